/** A bare loop over the rows with nothing of what the package adds: no checks, no record, no pace. */
class Floor {
	description = {
		displayName: 'Floor',
		name: 'floor',
		group: ['output'],
		version: 1,
		description: 'Places calls in a bare loop',
		defaults: { name: 'Floor' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'alturApi', required: true }],
		properties: [
			{ displayName: 'Agent', name: 'agentId', type: 'string', default: '' },
			{ displayName: 'Phone Number', name: 'phoneNumber', type: 'string', default: '' },
			{ displayName: 'Concurrency', name: 'concurrency', type: 'number', default: 50 },
		],
	};

	async execute() {
		const items = this.getInputData();
		const data = await this.getCredentials('alturApi');
		const credentialsDecrypted = { id: '', name: '', type: 'alturApi', data };
		const agent_id = this.getNodeParameter('agentId', 0);
		const results = new Array(items.length);
		let next = 0;
		const lane = async () => {
			while (next < items.length) {
				const item = next++;
				const { body } = await this.helpers.httpRequestWithAuthentication.call(
					this,
					'alturApi',
					{
						method: 'POST',
						url: `${data.baseUrl}/call`,
						body: { agent_id, phone_number_to: this.getNodeParameter('phoneNumber', item) },
						json: true,
						returnFullResponse: true,
						ignoreHttpStatusErrors: true,
						disableFollowRedirect: true,
						timeout: 120000,
					},
					{ credentialsDecrypted },
				);
				results[item] = { json: body, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: this.getNodeParameter('concurrency', 0) }, lane));
		return [results];
	}
}

module.exports = { Floor };
