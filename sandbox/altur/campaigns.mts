import { agents } from './agents.mts';
import type { Agent } from './agents.mts';
import { Contacts } from './contacts.mts';
import { officeHours } from './weekHours.mts';
import type { WeekOfHours } from './weekHours.mts';

export type CampaignStatus = 'pending' | 'ready' | 'active' | 'inactive' | 'cooldown' | 'finished';

/** How a campaign reaches people. */
export type Channel = 'phone_call' | 'whatsapp';

/** Calling the same contacts again after a pause. */
export interface Cycles {
	enabled: boolean;
	mode?: 'cooldown' | 'scheduled';
	max_iterations: number;
	cooldown_minutes: number;
	filter_statuses: string[];
	filter_tags: string[];
	schedule?: WeekOfHours;
	schedule_start_date?: string;
	schedule_end_date?: string;
}

/** What the customer decides about a campaign, in the vendor's names. */
export interface CampaignPlan {
	name: string;
	integration_id: string;
	integration_type: Channel;
	description: string;
	timezone: string;
	retries: number;
	message_limit: number;
	first_message: string;
	template: string;
	template_alt: string;
	scheduling: WeekOfHours;
	cycles: Cycles;
}

/** A campaign of the account. */
export interface Campaign extends CampaignPlan {
	id: number;
	agent: Agent;
	status: CampaignStatus;
	archived: boolean;
	createdAt: number;
	iteration: number;
	iterationEndedAt: number | null;
	contacts: Contacts;
	callIds: string[];
}

/** The integrations a campaign of the sandbox can use. */
export const integrations = { phone: 'int_sandbox_phone', whatsapp: 'int_sandbox_whatsapp' };

/** The channel of an integration; undefined where the sandbox has none of that ID. All agents have both. */
export const channelOf = (integrationId: string): Channel | undefined =>
	(({ [integrations.phone]: 'phone_call', [integrations.whatsapp]: 'whatsapp' }) as const)[
		integrationId
	];

/** What a campaign has that was created with no more than the required properties. */
export function emptyPlan(): Omit<CampaignPlan, 'name' | 'integration_id' | 'integration_type'> {
	return {
		description: '',
		timezone: 'America/Mexico_City',
		retries: 0,
		message_limit: 1_000,
		first_message: '',
		template: '',
		template_alt: '',
		scheduling: officeHours(),
		cycles: {
			enabled: false,
			max_iterations: 0,
			cooldown_minutes: 0,
			filter_statuses: [],
			filter_tags: [],
		},
	};
}

const seededCount = 137;
const firstId = 1001;
const statuses: CampaignStatus[] = ['pending', 'ready', 'inactive', 'finished'];
const topics = ['Cobranza', 'Ventas', 'Soporte'];
const everyFifth = (index: number): boolean => index % 5 === 4;

/** The campaigns of one account; 137 of them are there from the start, ids from 1001. */
export class Campaigns {
	private byId = new Map<number, Campaign>();

	constructor() {
		const people = Object.values(agents);
		for (let index = 0; index < seededCount; index += 1) {
			const campaign = this.create(people[index % people.length] ?? agents.diana, {
				...emptyPlan(),
				name: `${topics[index % topics.length]} ${index + 1}`,
				integration_id: everyFifth(index) ? integrations.whatsapp : integrations.phone,
				integration_type: everyFifth(index) ? 'whatsapp' : 'phone_call',
			});
			campaign.status = statuses[index % statuses.length] ?? 'pending';
			campaign.createdAt = Date.UTC(2025, 0, 1 + index, 15);
		}
	}

	create(agent: Agent, plan: CampaignPlan): Campaign {
		const campaign: Campaign = {
			...plan,
			id: firstId + this.byId.size,
			agent,
			status: 'pending',
			archived: false,
			createdAt: Date.now(),
			iteration: 0,
			iterationEndedAt: null,
			contacts: new Contacts(),
			callIds: [],
		};
		this.byId.set(campaign.id, campaign);
		return campaign;
	}

	all(): Campaign[] {
		return [...this.byId.values()];
	}

	find(id: unknown): Campaign | undefined {
		return this.byId.get(Number(id));
	}
}
