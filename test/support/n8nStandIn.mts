import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';
import type { StoredCredential } from '../../host/client.mts';
import { packageName } from '../form/outside.mts';
import { lab, type Lab } from './n8nLab.mts';
import { startVendorServer } from './vendorServer.mts';
import type { Arrived, Reply, VendorServer } from './vendorServer.mts';

/** An answer of the stand-in. */
export const json = (body: unknown): Reply => ({
	status: 200,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
});

/** Real n8n, and a server in place of the vendors, for the tests of one file. */
export function standInForTests(title: string, types: string[]) {
	const credentials = new Map<string, StoredCredential>();
	let real: Lab;
	let server: VendorServer;

	beforeAll(async () => {
		real = await lab();
		server = await startVendorServer();
		for (const type of types) {
			const data = { apiKey: 'k', baseUrl: server.baseUrl, webhookSecret: 'c2VjcmV0' };
			credentials.set(
				type,
				await real.n8n.saveCredential({ name: `${title} ${type}`, type, data }),
			);
		}
	});
	afterAll(async () => await server.close());

	/** Runs one node of a vendor against the stand-in; its items. */
	const run = async (
		node: string,
		parameters: IDataObject,
		items: IDataObject[] = [{}],
		reply: (request: Arrived) => Reply = () => json({ id: 'x' }),
	) => {
		server.answer(reply);
		const type = `${node}Api`;
		const { id, name } = credentials.get(type)!;
		const { output } = await real.runWorkflow({
			items,
			nodes: {
				type: `${packageName}.${node}`,
				parameters: parameters as never,
				credentials: { [type]: { id, name } },
				onError: 'continueRegularOutput',
			},
		});
		return output[0]!;
	};

	/** What the picker of a field offers for what is typed into its search, as the editor asks for it. */
	const search = async (
		node: string,
		[field, methodName]: [field: string, method: string],
		currentNodeParameters: IDataObject,
		filter: string,
	) => {
		const type = `${node}Api`;
		const { id, name } = credentials.get(type)!;
		const { results } = await real.n8n.session.post<{ results: INodeListSearchItems[] }>(
			'/rest/dynamic-node-parameters/resource-locator-results',
			{
				path: `parameters.${field}`,
				methodName,
				nodeTypeAndVersion: { name: `${packageName}.${node}`, version: 1 },
				currentNodeParameters,
				credentials: { [type]: { id, name } },
				filter,
			},
		);
		return results;
	};

	/** Has the stand-in answer so from now on. */
	const answer = (reply: (request: Arrived) => Reply) => server.answer(reply);
	/** What has arrived since the last answer was set. */
	const arrived = () => server.arrived;

	return { run, search, answer, arrived };
}
