/** Reads a contact's parameters for every row and sends nothing: what reading alone costs in n8n. */
class ReadOnly {
	description = {
		displayName: 'Read Only',
		name: 'readOnly',
		group: ['transform'],
		version: 1,
		description: 'Reads parameters',
		defaults: { name: 'Read Only' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{ displayName: 'Campaign', name: 'campaignId', type: 'string', default: '' },
			{ displayName: 'Phone Number', name: 'phoneNumber', type: 'string', default: '' },
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				default: {},
				options: [{ displayName: 'Name', name: 'name', type: 'string', default: '' }],
			},
			{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
		],
	};

	async execute() {
		const read = (name, item) => this.getNodeParameter(name, item, '');
		return [
			this.getInputData().map((_row, item) => ({
				json: {
					campaignId: read('campaignId', item),
					phoneNumber: read('phoneNumber', item),
					additionalFields: read('additionalFields', item),
					options: read('options', item),
				},
				pairedItem: { item },
			})),
		];
	}
}

module.exports = { ReadOnly };
