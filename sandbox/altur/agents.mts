/** Someone who talks for the customer of Altur. */
export interface Agent {
	id: string;
	name: string;
}

/** The agents every sandbox account has; their ids never change. */
export const agents = {
	diana: { id: '6f1c1b52-3c0e-4d7a-9b7e-0d5a4e1f2a01', name: 'Diana Cobranza' },
	sofia: { id: '2b9d8f34-7a41-4c6e-8f1d-5e6c7b8a9f02', name: 'Sofía Ventas' },
	luis: { id: 'c4e7a6d8-1f25-4b3a-a2c9-9d8e7f6a5b03', name: 'Luis Soporte' },
} as const satisfies Record<string, Agent>;

const byId = new Map<string, Agent>(Object.values(agents).map((agent) => [agent.id, agent]));

/** The agent with this id, however its letters are written. */
export function findAgent(id: string): Agent | undefined {
	return byId.get(id.toLowerCase());
}
