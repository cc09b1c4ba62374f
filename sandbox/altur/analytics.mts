import type { Calls } from './calls.mts';
import type { Campaign } from './campaigns.mts';

const rate = (part: number, whole: number): number =>
	whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 1_000;

/** The figures of a campaign that calls, in the vendor's names. */
export function analyticsOf(campaign: Campaign, calls: Calls): Record<string, number> {
	const answeredBy = { human: 0, machine: 0, unknown: 0 };
	for (const id of campaign.callIds) {
		const call = calls.find(id);
		if (call) answeredBy[calls.state(call).answeredBy ?? 'unknown'] += 1;
	}
	const byStatus = new Map<string, number>();
	for (const { status } of campaign.contacts.all()) {
		byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
	}
	const having = (...statuses: string[]): number =>
		statuses.reduce((sum, status) => sum + (byStatus.get(status) ?? 0), 0);
	const called = campaign.callIds.length;
	const contacts = campaign.contacts.count;
	const processed = contacts - having('queue');
	const failed = having('failed');
	const voicemail = having('voicemail');
	const answered = having('answered', 'converted');
	const converted = having('converted');
	return {
		calls: called,
		callsAnsweredByHuman: answeredBy.human,
		callsAnsweredByMachine: answeredBy.machine,
		callsAnsweredByUnknown: answeredBy.unknown,
		callsAnsweredByHumanRate: rate(answeredBy.human, called),
		callsAnsweredByMachineRate: rate(answeredBy.machine, called),
		callsAnsweredByUnknownRate: rate(answeredBy.unknown, called),
		contacts,
		contactsProcessed: processed,
		contactsProcessedRate: rate(processed, contacts),
		contactsFailed: failed,
		contactsFailedRate: rate(failed, contacts),
		contactsVoicemail: voicemail,
		contactsVoicemailRate: rate(voicemail, contacts),
		contactsAnswered: answered,
		contactsAnsweredRate: rate(answered, contacts),
		contactsConverted: converted,
		contactsConvertedRate: rate(converted, contacts),
	};
}
