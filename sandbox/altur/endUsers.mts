import { randomUUID } from 'node:crypto';

/** A person agents talk to, as Altur answers it. */
export interface EndUser {
	id: string;
	display_name: string;
	integration_type: 'api';
	info: string;
}

/** The end users every sandbox account has. Luis' threads are blocked, Elena's are inactive. */
export const seededEndUsers = {
	ana: 'a1f0c3d2-5b64-4e7f-8a91-1c2d3e4f5a01',
	luis: 'b2e1d4c3-6a75-4f80-9ba2-2d3e4f5a6b02',
	elena: 'c3d2e5b4-7986-4a91-8cb3-3e4f5a6b7c03',
} as const;

const seeds: EndUser[] = [
	{ id: seededEndUsers.ana, display_name: 'Ana García', integration_type: 'api', info: 'VIP' },
	{ id: seededEndUsers.luis, display_name: 'Luis Muñoz', integration_type: 'api', info: '' },
	{ id: seededEndUsers.elena, display_name: 'Elena Ríos', integration_type: 'api', info: '' },
];

/** The end users of one account, found by id or by the number that was called. */
export class EndUsers {
	private byId = new Map(seeds.map((endUser) => [endUser.id, { ...endUser }]));
	private byNumber = new Map<string, EndUser>();

	find(id: string): EndUser | undefined {
		return this.byId.get(id.toLowerCase());
	}

	create(displayName: string, info = ''): EndUser {
		const id = randomUUID();
		const endUser: EndUser = { id, display_name: displayName, integration_type: 'api', info };
		this.byId.set(id, endUser);
		return endUser;
	}

	/** The person at a number; the latest name and context win. */
	atNumber(number: string, displayName?: string, info?: string): EndUser {
		const known = this.byNumber.get(number);
		if (!known) {
			const endUser = this.create(displayName ?? number, info);
			this.byNumber.set(number, endUser);
			return endUser;
		}
		if (displayName !== undefined) known.display_name = displayName;
		if (info !== undefined) known.info = info;
		return known;
	}

	get count(): number {
		return this.byId.size;
	}
}
