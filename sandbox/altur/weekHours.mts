/** When a campaign may call on one day. */
export interface Hours {
	startTime?: string;
	stopTime?: string;
	active?: boolean;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When a campaign may call in a week. The sandbox keeps it but calls at any time. */
export type WeekOfHours = Partial<Record<(typeof days)[number], Hours>>;

/** Monday to Friday from nine to six. */
export function officeHours(): WeekOfHours {
	const hours = (active: boolean): Hours => ({ startTime: '09:00', stopTime: '18:00', active });
	return Object.fromEntries(days.map((day, index) => [day, hours(index < 5)]));
}
