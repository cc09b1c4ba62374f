import { BadInput } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import type { Reader } from '../../../shared/contract/reader';
import { callbackUrl } from '../../callbackUrl';
import { exportBody, exportFields, isExportAccepted, rangeStart } from './exportFields';

const LONGEST_WAIT_MINUTES = 60 * 24 * 30;

const LIMIT =
	'n8n refuses a file above its payload limit (16 MB unless N8N_PAYLOAD_SIZE_MAX says otherwise) and goes on waiting';

function maxWaitMinutes(read: Reader): number {
	const options = read.within('options');
	if (!options.has('maxWaitMinutes')) return 60;
	const minutes = options.amount('maxWaitMinutes');
	if (minutes > 0 && minutes <= LONGEST_WAIT_MINUTES) return minutes;
	throw new BadInput(
		options.label('maxWaitMinutes'),
		`must be more than 0 and at most ${LONGEST_WAIT_MINUTES}`,
	);
}

/** As Export, with the execution's own resume URL for the callback. Source: Zaia's page "Chat Messages". */
export const exportAndWait: Operation = {
	option: {
		name: 'Export and Wait',
		value: 'exportAndWait',
		action: 'Export chat messages and wait',
		description:
			'Start an export, pause the execution, and go on with the file that Zaia posts. One row a run; not as a tool of an AI agent.',
	},
	repeat: 'never',
	isAcceptance: isExportAccepted,
	concurrency: 'Has no effect here: one row a run is exported and waited for',
	properties: [
		{
			displayName:
				'The execution pauses until Zaia posts the file to it. n8n must be reachable from the internet by HTTPS (WEBHOOK_URL), and should the file come in the very moment of the request, before n8n has stored the pause, n8n turns it away.',
			name: 'waitNotice',
			type: 'notice',
			default: '',
		},
		rangeStart,
		exportFields,
	],
	options: [
		{
			displayName: 'Max Wait (Minutes)',
			name: 'maxWaitMinutes',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 60,
			description:
				'How long to wait for the file. After that the execution goes on with { "timedOut": true } in place of the input row; n8n looks once a minute.',
		},
	],
	request: (read) => {
		maxWaitMinutes(read);
		return {
			method: 'POST',
			url: '/api/v1/chat-messages/export',
			body: {
				...exportBody(read),
				callbackUrl: callbackUrl(
					read,
					read.resumeUrl(),
					"This execution's address",
					'set WEBHOOK_URL to the public HTTPS address of your n8n',
				),
			},
		};
	},
	pause: {
		minutes: maxWaitMinutes,
		timedOut: (read) => ({
			timedOut: true,
			message: `No export was taken in within ${maxWaitMinutes(read)} minutes. Zaia may need longer; or the file is large: ${LIMIT}; or it came in the very moment of the request, before n8n had stored the pause. For large files use Export with a Zaia Trigger that has Binary Data on, or export a shorter period. A file that comes later is turned away.`,
		}),
	},
	run: (_read, request) => async (send, host) => {
		const { body } = await send(request);
		host.hint(`${LIMIT}. Export shorter periods where that may happen.`);
		return [{ json: body as Record<string, never> }];
	},
};
