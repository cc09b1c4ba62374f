import { DatabaseSync } from 'node:sqlite';

import { Client } from 'pg';

import { postgresLogin } from '../../host/queue/postgres.mts';

/** An execution as it lies in n8n's database: over REST n8n hides the data of some after an outage. */
export interface Stored {
	id: number;
	status: string;
	retryOf: string | null;
	data: string;
}

/** Reads the executions with a higher number. */
export type ReadStored = (after: number) => Promise<Stored[]>;

const query = (after: number) => `
	SELECT e.id, e.status, e."retryOf", d.data
	FROM execution_entity e JOIN execution_data d ON d."executionId" = e.id
	WHERE e.id > ${after} ORDER BY e.id`;

export function inPostgres(port: number): ReadStored {
	return async (after) => {
		const client = new Client({ host: '127.0.0.1', port, database: 'postgres', ...postgresLogin });
		await client.connect();
		try {
			return (await client.query<Stored>(query(after))).rows;
		} finally {
			await client.end();
		}
	};
}

export function inSqlite(path: string): ReadStored {
	return async (after) => {
		const database = new DatabaseSync(path, { readOnly: true });
		try {
			return await Promise.resolve(database.prepare(query(after)).all() as unknown as Stored[]);
		} finally {
			database.close();
		}
	};
}

/** The highest number of an execution so far. */
export const newestIn = async (read: ReadStored): Promise<number> =>
	(await read(0)).at(-1)?.id ?? 0;
