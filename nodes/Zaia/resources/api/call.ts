import { picker } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { listFields } from '../../../shared/lists/fields';
import { paged, wantedOf } from '../../../shared/lists/paginate';
import { asObject } from '../../../shared/values/json';
import { description } from '../../openapi/description';
import { endpointOf, requestOf } from '../../openapi/request';
import { paging } from '../../paging';

const pages = paged(paging);

/** Every endpoint that Zaia's own description names; its form is made of that description. */
export const call: Operation = {
	option: {
		name: 'Call',
		value: 'call',
		action: 'Call an endpoint',
		description:
			"Call any endpoint of Zaia's API, with a form made of Zaia's own description of it",
	},
	repeat: 'never',
	guide: { request: description, isNeeded: (read) => read.has('endpoint') },
	constantInTool: ['endpoint'],
	properties: [
		picker({
			displayName: 'Endpoint',
			name: 'endpoint',
			search: 'searchEndpoints',
			byHand: 'By Name',
			placeholder: 'e.g. POST /api/v1/agents/{id}/execute',
			description:
				"Method and path, as Zaia's own description of its API has them. Anything but GET is sent at most once a row.",
		}),
		{
			displayName: 'Specify Fields',
			name: 'specifyFields',
			type: 'options',
			noDataExpression: true,
			default: 'fields',
			options: [
				{ name: 'Using Fields Below', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
			],
			description: 'Whether the body is made of the fields of the form or typed as JSON',
		},
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'resourceMapper',
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				loadOptionsDependsOn: ['endpoint.value', 'specifyFields'],
				resourceMapper: {
					resourceMapperMethod: 'getEndpointFields',
					mode: 'add',
					fieldWords: { singular: 'field', plural: 'fields' },
					addAllFields: false,
					supportAutoMap: false,
					noFieldsError: 'This endpoint takes no fields here.',
				},
			},
			description:
				"What the endpoint takes, as Zaia's own description of its API says. Lists and objects in JSON.",
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '',
			placeholder: 'e.g. {"name": "Sofía"}',
			displayOptions: { show: { specifyFields: ['json'] } },
			description: 'The body of the request in JSON, sent as it is',
		},
		...listFields,
	],
	request: (read) => {
		wantedOf(read);
		return requestOf(read);
	},
	output: (body) => (Array.isArray(body) ? body.map(asObject) : asObject(body || {})),
	run: (read, request) => (endpointOf(read).form.pages ? pages(read, request) : undefined),
};
