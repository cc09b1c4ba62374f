import type { INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import type { Reader } from '../../../shared/contract/reader';

/** The ways a campaign reaches people, by Altur's names. */
const CHANNELS = { phone_call: 'Phone Call', whatsapp: 'WhatsApp' };

export type Channel = keyof typeof CHANNELS;

export const channelOptions = Object.entries(CHANNELS).map(([value, name]) => ({ name, value }));

/** That Altur requires it is an assumption of ours: it has no default, and other fields hang on it. */
export const channelField: INodeProperties = {
	displayName: 'Channel',
	name: 'integrationType',
	type: 'options',
	default: 'phone_call',
	options: channelOptions,
	description:
		'How the campaign reaches people. Some Additional Fields are for one channel alone; given by an expression, the fields of both are shown and checked row by row.',
};

/** Which fields Altur takes for one channel alone, by their names in the form. */
const ONLY: Record<Channel, string[]> = {
	phone_call: ['cycles', 'firstMessage'],
	whatsapp: ['template', 'templateAlt'],
};

/** The fields as Create shows them: of the other channel's none. An expression shows all. */
export const byChannel = (fields: INodeProperties[]): INodeProperties[] =>
	fields.map((field) => {
		const of = (['phone_call', 'whatsapp'] as const).filter((one) =>
			ONLY[one].includes(field.name),
		);
		return of.length === 0
			? field
			: { ...field, displayOptions: { show: { '/integrationType': of } } };
	});

/** The row's channel. */
export function channelOf(read: Reader): Channel {
	const value = read.text('integrationType');
	if (Object.hasOwn(CHANNELS, value)) return value as Channel;
	throw new BadInput(
		read.label('integrationType'),
		`"${value.slice(0, 40)}" is not a channel; the values are phone_call and whatsapp`,
	);
}

/** Altur refuses the whole campaign for a field of the other channel: said here, by the field's name. */
export function checkChannel(read: Reader, channel: Channel): void {
	const other: Channel = channel === 'phone_call' ? 'whatsapp' : 'phone_call';
	const wrong = ONLY[other].find((name) => isFilled(read, name));
	if (wrong === undefined) return;
	throw new BadInput(
		read.label(wrong),
		`only campaigns by ${CHANNELS[other]} have it, and this one's Channel is ${CHANNELS[channel]}`,
	);
}

function isFilled(read: Reader, name: string): boolean {
	const value = read.raw(name);
	if (typeof value !== 'object' || value === null) return read.has(name);
	return Object.keys(value).length > 0;
}
