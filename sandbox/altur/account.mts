import type { Answer, Surroundings } from '../shared/vendor.mts';
import { analyticsOf } from './analytics.mts';
import { CallEnds } from './callEnds.mts';
import { Calls } from './calls.mts';
import type { Call } from './calls.mts';
import { CampaignRuns } from './campaignRun.mts';
import { Campaigns } from './campaigns.mts';
import { noteResult, placeCampaignCall } from './campaignCalls.mts';
import type { Contact } from './contacts.mts';
import { EndUsers } from './endUsers.mts';
import { planFor } from './reservedNumbers.mts';
import { Threads } from './threads.mts';
import { callEndEvent, cycleCompletedEvent, statusChangedEvent } from './webhookEvents.mts';
import { Webhooks } from './webhooks.mts';

/** All that Altur knows about one customer. */
export interface Account {
	around: Surroundings;
	endUsers: EndUsers;
	threads: Threads;
	calls: Calls;
	callEnds: CallEnds;
	campaigns: Campaigns;
	runs: CampaignRuns;
	webhooks: Webhooks;
	/** Numbers whose first request was refused and whose next one is let through. */
	refusedOnce: Set<string>;
	/** Answers to keep for requests that come again with the same Idempotency-Key. */
	answeredKeys: Map<string, Answer>;
	/** Stops everything that would go on by itself. */
	close(): void;
}

/** The contact a campaign's call was made to. */
export function contactOf(campaigns: Campaigns, call: Call): Contact | undefined {
	const { campaign: from } = call;
	return from && campaigns.find(from.campaignId)?.contacts.find(from.contactId);
}

/** A new account with its agents, end users and campaigns. */
export function openAccount(around: Surroundings): Account {
	const { clock } = around;
	const endUsers = new EndUsers();
	const threads = new Threads();
	const calls = new Calls(clock);
	const campaigns = new Campaigns();
	const webhooks = new Webhooks(() => clock.speed);
	const report = (call: Call): void => {
		const event = callEndEvent(call, calls, around.url(), contactOf(campaigns, call));
		webhooks.emit(event);
	};
	const callEnds = new CallEnds(calls, clock, () => webhooks.isWanted('on_call_end'), report);
	const runs = new CampaignRuns({
		now: () => clock.now(),
		place(campaign, contact) {
			const number = contact.contact;
			around.dialled.ring(number, 'campaign');
			const endUser = endUsers.atNumber(number, contact.name || undefined, contact.context);
			const thread = threads.between(campaign.agent, endUser);
			return placeCampaignCall(calls, campaign, contact, thread, planFor(number).outcome);
		},
		isOver: (call) => calls.secondsLeft(call) <= 0,
		ended(call, contact) {
			noteResult(calls, call, contact);
			callEnds.report(call);
		},
		statusChanged(campaign, previous) {
			const analytics = campaign.status === 'finished' ? analyticsOf(campaign, calls) : {};
			webhooks.emit(statusChangedEvent(campaign, previous, analytics));
		},
		cycleCompleted(campaign, nextInMs) {
			const next = nextInMs === null ? null : Date.now() + nextInMs;
			webhooks.emit(cycleCompletedEvent(campaign, next));
		},
	});
	return {
		around,
		endUsers,
		threads,
		calls,
		callEnds,
		campaigns,
		runs,
		webhooks,
		refusedOnce: new Set(),
		answeredKeys: new Map(),
		close() {
			for (const busy of [callEnds, runs, webhooks]) busy.stop();
		},
	};
}
