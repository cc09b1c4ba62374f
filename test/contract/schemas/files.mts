import type { Place } from '../../form/fields.mts';

/** The file that n8n's editor asks for, beside the node: a folder for the node's version, then its values. */
export const schemaFile = (node: string, { resource, operation }: Place): string =>
	`nodes/${node}/__schema__/v1.0.0/${resource}/${operation}.json`;

/** What comes out of these is not known before it is there. */
export const unforeseen = [
	// The file that Zaia posts: it documents no format.
	'Zaia chatMessage exportAndWait',
	// Whatever the chosen endpoint answers.
	'Zaia api call',
];

/** Operations that go on with an ID which the contract does not require in the answer. */
export const needWholeAnswer = ['Altur call getTranscript'];
