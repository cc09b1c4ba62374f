import { postgresLogin } from '../../host/queue/postgres.mts';
import type { StoredCredential } from '../../host/client.mts';
import { callNode } from './n8nCalls.mts';
import type { NodeDraft } from './n8nLab.mts';
import type { QueueLab } from './queueLab.mts';

const table = `CREATE TABLE IF NOT EXISTS calls (
	campaign text, line text, outcome text, call_id text, PRIMARY KEY (campaign, line)
)`;
const claim = `INSERT INTO calls (campaign, line) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING line`;
const note = `UPDATE calls SET outcome = $3, call_id = $4 WHERE campaign = $1 AND line = $2;
DELETE FROM calls WHERE campaign = $1 AND line = $2 AND $3 IN ('refused', 'skipped', 'notAttempted')`;

/** The node whose items say how each number is dialled. */
export const checked = 'Check';

/** n8n's Postgres node with one query for each item. */
const query = (
	name: string,
	credential: StoredCredential,
	sql: string,
	...values: string[]
): NodeDraft => ({
	name,
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.6,
	parameters: {
		operation: 'executeQuery',
		query: sql,
		options: {
			queryBatching: 'independently',
			queryReplacement: `={{ [${values.join(', ')}] }}`,
		},
	},
	credentials: { postgres: { id: credential.id, name: credential.name } },
});

/** The Postgres node says `success` where the query gave nothing: such a row is somebody else's. */
const mine: NodeDraft = {
	name: 'Mine',
	type: 'n8n-nodes-base.filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			combinator: 'and',
			conditions: [
				{
					id: 'line',
					leftValue: '={{ $json.line }}',
					rightValue: '',
					operator: { type: 'string', operation: 'exists', singleValue: true },
				},
			],
		},
		options: {},
	},
};

/** The pattern of docs/scaling.md: who may be called is decided by PostgreSQL, which knows what a lock is. */
export async function postgresClaims({ n8n, postgresPort }: QueueLab, campaign: string) {
	const credential = await n8n.saveCredential({
		name: 'Postgres on this machine',
		type: 'postgres',
		data: {
			host: '127.0.0.1',
			port: postgresPort,
			database: 'postgres',
			...postgresLogin,
			ssl: 'disable',
		},
	});
	const name = JSON.stringify(campaign);
	return {
		/** Makes the table; one item, so that it runs once. */
		table: query('Table', credential, table),
		/** Lets through, by their `line`, whom nobody else has claimed. */
		claim: [
			callNode({ checkOnly: true }, { name: checked }),
			query('Claim', credential, claim, name, '$json.line'),
			mine,
		],
		/** Writes down what came of the call. */
		note: query(
			'Note',
			credential,
			note,
			name,
			...['line', 'outcome', 'id'].map((key) => `$json.${key} ?? null`),
		),
		/** Everything that is known of the campaign. */
		all: query('All', credential, 'SELECT * FROM calls WHERE campaign = $1', name),
	};
}
