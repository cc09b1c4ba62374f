import type { Call } from './calls.mts';
import type { Campaign, CampaignStatus } from './campaigns.mts';
import { isConvinced } from './contacts.mts';
import type { Contact } from './contacts.mts';

/** Calls a campaign makes at the same time (A). */
export const campaignConcurrency = 1_000;

const tickMs = 20;

/** What a running campaign needs of its account. */
export interface CampaignWorld {
	/** The clock's milliseconds. */
	now(): number;
	place(campaign: Campaign, contact: Contact): Call;
	isOver(call: Call): boolean;
	/** Notes the end of a call: its contact gets the result. */
	ended(call: Call, contact: Contact): void;
	statusChanged(campaign: Campaign, previous: CampaignStatus): void;
	cycleCompleted(campaign: Campaign, nextCycleInMs: number | null): void;
}

interface Run {
	queue: Contact[];
	onThePhone: Array<{ call: Call; contact: Contact }>;
	coolUntil: number;
	timer?: NodeJS.Timeout;
}

const isWaiting = ({ status }: Contact): boolean => status === 'queue' || status === 'retrying';

/** The campaigns that are calling. One timer each, and none once they are done. */
export class CampaignRuns {
	private runs = new Map<Campaign, Run>();
	private readonly world: CampaignWorld;

	constructor(world: CampaignWorld) {
		this.world = world;
	}

	setStatus(campaign: Campaign, status: CampaignStatus): void {
		const previous = campaign.status;
		if (previous === status) return;
		campaign.status = status;
		if (status === 'active') this.start(campaign);
		this.world.statusChanged(campaign, previous);
	}

	private start(campaign: Campaign): void {
		const known = this.runs.get(campaign);
		const run = known ?? { queue: [], onThePhone: [], coolUntil: 0 };
		run.queue = campaign.contacts.all().filter(isWaiting);
		this.runs.set(campaign, run);
		this.tickLater(campaign, run);
	}

	/** Puts contacts added while the campaign calls at the end of its queue. */
	added(campaign: Campaign): void {
		const run = this.runs.get(campaign);
		if (run && campaign.status === 'active') {
			run.queue = campaign.contacts.all().filter(isWaiting);
		}
	}

	private tickLater(campaign: Campaign, run: Run): void {
		run.timer ??= setTimeout(() => {
			run.timer = undefined;
			this.tick(campaign, run);
		}, tickMs).unref();
	}

	private tick(campaign: Campaign, run: Run): void {
		run.onThePhone = run.onThePhone.filter(({ call, contact }) => {
			if (!this.world.isOver(call)) return true;
			this.hungUp(campaign, run, call, contact);
			return false;
		});
		if (campaign.status === 'cooldown' && this.world.now() >= run.coolUntil) {
			this.setStatus(campaign, 'active');
		}
		if (campaign.status === 'active') this.dial(campaign, run);
		const isIdle = run.onThePhone.length === 0;
		if (campaign.status === 'active' && isIdle && run.queue.length === 0) {
			this.completeIteration(campaign, run);
		}
		if (campaign.status === 'active' || campaign.status === 'cooldown' || !isIdle) {
			this.tickLater(campaign, run);
		}
	}

	private dial(campaign: Campaign, run: Run): void {
		const free = campaignConcurrency - run.onThePhone.length;
		for (const contact of run.queue.splice(0, free)) {
			if (!isWaiting(contact) || !campaign.contacts.find(contact.id)) continue;
			// A template goes out; no phone rings.
			if (campaign.integration_type === 'whatsapp') {
				contact.status = isConvinced(contact.contact) ? 'converted' : 'read';
				continue;
			}
			contact.status = 'sending';
			run.onThePhone.push({ call: this.world.place(campaign, contact), contact });
		}
	}

	private hungUp(campaign: Campaign, run: Run, call: Call, contact: Contact): void {
		this.world.ended(call, contact);
		if (contact.status === 'failed' && contact.retries < campaign.retries) {
			contact.retries += 1;
			contact.status = 'retrying';
			run.queue.push(contact);
		}
	}

	private completeIteration(campaign: Campaign, run: Run): void {
		const { cycles } = campaign;
		campaign.iteration += 1;
		campaign.iterationEndedAt = Date.now();
		const goesOn = cycles.enabled && campaign.iteration < cycles.max_iterations;
		const pauseMs = cycles.cooldown_minutes * 60_000;
		if (cycles.enabled) this.world.cycleCompleted(campaign, goesOn ? pauseMs : null);
		if (!goesOn) return this.setStatus(campaign, 'finished');
		for (const contact of campaign.contacts.all()) {
			const isMeant =
				cycles.filter_statuses.includes(contact.status) ||
				contact.tags.some((tag) => cycles.filter_tags.includes(tag));
			if (isMeant) contact.status = 'queue';
		}
		run.coolUntil = this.world.now() + pauseMs;
		this.setStatus(campaign, 'cooldown');
	}

	stop(): void {
		for (const { timer } of this.runs.values()) clearTimeout(timer);
		this.runs.clear();
	}
}

/** The contact's status after a call. */
export function statusAfter(contact: Contact, answeredBy: string | null): Contact['status'] {
	if (answeredBy === 'machine') return 'voicemail';
	if (answeredBy === null) return 'failed';
	return isConvinced(contact.contact) ? 'converted' : 'answered';
}
