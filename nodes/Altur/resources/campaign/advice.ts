import type { Answer } from '../../../shared/contract/request';
import { asObject, plainText } from '../../../shared/values/json';

type Body = ReturnType<typeof asObject>;

const BILLING =
	"The account's billing limit at Altur is reached. Raise it there, then run this row again.";

const named = ({ field }: Body): string => {
	const name = plainText(field);
	return name ? `"${name.slice(0, 60)}"` : 'a field of this row';
};

/** What to do, by the code that Altur's pages on campaigns name. */
const ADVICE: Record<string, (body: Body) => string> = {
	INVALID_REQUEST: () =>
		'Altur does not take a field or value of this row. First Message and Cycles are for phone calls alone, Template and Template Alt for WhatsApp alone; Integration ID must belong to the agent.',
	IMMUTABLE_FIELD: (body) =>
		`Altur never changes ${named(body)} after a campaign's creation. Leave it out, or create another campaign.`,
	CAMPAIGN_FINISHED: () =>
		'The campaign is finished, and Altur no longer changes it. Create another one.',
	CYCLES_NOT_ENABLED: () =>
		'The campaign was created without cycles, and Altur does not switch them on later. Remove Cycles, or create another campaign with Cycles › Enabled on.',
	SCHEDULED_MODE_ONLY: () =>
		"The campaign's cycles are not of mode Scheduled, and Altur does not change the mode later. Remove Schedule, Schedule Start Date and Schedule End Date.",
	BILLING_LIMIT_REACHED: () => BILLING,
	INVALID_STATUS_TRANSITION: ({ current_status, valid_targets }) => {
		const current = plainText(current_status);
		const possible = [valid_targets].flat().map(plainText).filter(Boolean).join(', ');
		return current === undefined
			? 'The campaign cannot take this step in its present status.'
			: `The campaign is "${current}" now; from there it can become: ${possible || 'nothing else'}.`;
	},
};

/** Altur names its codes; in which field of the error is an assumption of ours, so all usual ones are looked at. */
function codeIn({ message, error, code, error_code, detail }: Body): string | undefined {
	const said = [code, error_code, message, error, detail].map((one) => plainText(one) ?? '');
	return Object.keys(ADVICE).find((name) => said.some((text) => text.includes(name)));
}

/** What to do about an error answer to something done to a campaign. */
export function adviceOn({ status, body }: Answer): string | undefined {
	const said = asObject(body);
	const code = codeIn(said);
	if (code !== undefined) return ADVICE[code](said);
	if (status === 402) return BILLING;
	return status === 409 && said.current_status !== undefined
		? ADVICE.INVALID_STATUS_TRANSITION(said)
		: undefined;
}
