import { isCarriedOut } from '../../shared/faults.mts';
import type { Handler } from '../../shared/vendor.mts';
import type { Account } from '../account.mts';
import { findAgent } from '../agents.mts';
import { alturError } from '../errors.mts';
import { wavStream } from '../recording.mts';
import { planFor } from '../reservedNumbers.mts';

interface CallRequest {
	agent_id: string;
	phone_number_to: string;
	end_user_display_name?: string;
	end_user_context?: string | Record<string, unknown>;
	initial_message?: string;
}

const asText = (context: CallRequest['end_user_context']): string | undefined =>
	typeof context === 'object' ? JSON.stringify(context) : context;

/** Placing and looking up calls. */
export function callHandlers(account: () => Account): Record<string, Handler> {
	return {
		createCall({ body }) {
			const asked = body as CallRequest;
			const { endUsers, threads, calls, callEnds, refusedOnce, around } = account();
			const agent = findAgent(asked.agent_id);
			if (!agent) return alturError(404, 'Agent not found');
			const number = asked.phone_number_to;
			const plan = planFor(number);
			const fault = plan.onlyFirst && refusedOnce.has(number) ? undefined : plan.fault;
			if (plan.onlyFirst) refusedOnce.add(number);
			if (fault && !isCarriedOut(fault)) return { status: 503, fault };
			around.dialled.ring(number, 'call');
			const { end_user_display_name: name, end_user_context: context } = asked;
			const endUser = endUsers.atNumber(number, name, asText(context));
			const thread = threads.between(agent, endUser);
			const { outcome } = plan;
			const initialMessage = asked.initial_message;
			const call = calls.place({ number, thread, outcome, initialMessage });
			callEnds.watch(call);
			return { status: 200, body: calls.answer(call, 0), fault };
		},
		getCall({ params }) {
			const { calls } = account();
			const call = calls.find(String(params.id));
			if (!call) return alturError(404, 'Call not found');
			return { status: 200, body: calls.answer(call) };
		},
		getRecording({ params }) {
			const { calls, around } = account();
			const call = calls.find(String(params.id));
			const state = call && calls.state(call);
			if (!state?.isOver || state.startedAt === null) return alturError(404, 'Recording not found');
			const bytes = around.settings.recordingBytes;
			const headers = { 'content-type': 'audio/wav', 'content-length': String(bytes) };
			return { status: 200, stream: wavStream(bytes), headers };
		},
	};
}
