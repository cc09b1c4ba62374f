import type { FastifyInstance } from 'fastify';
import type { AskedExport, ExportDelivery, ExportSettings } from './exports.mts';
import type { Workspace } from './workspace.mts';

/** What tests may do to Zaia behind its API. */
export interface ZaiaControl {
	/** Changes how exports are delivered. */
	setExports(settings: Partial<ExportSettings>): ExportSettings;
	/** Exports that were asked for. */
	exports(): AskedExport[];
	deliveries(): ExportDelivery[];
	/** Delivers the nth export now, all of them without a number. */
	deliver(n?: number): Promise<ExportDelivery[]>;
	/** Replaces what `/openapi` answers. */
	setDocument(document: unknown): void;
	/** Changes every row of every list, as an API in alpha may. */
	setDrift(drift: Workspace['drift']): void;
}

/** The control of one workspace, which may be replaced by a reset. */
export function zaiaControl(workspace: () => Workspace): ZaiaControl {
	return {
		setExports: (settings) => Object.assign(workspace().exports.settings, settings),
		exports: () => workspace().exports.asked,
		deliveries: () => workspace().exports.deliveries,
		async deliver(n) {
			const { exports } = workspace();
			const wanted = n === undefined ? exports.asked : exports.asked.slice(n, n + 1);
			return (await Promise.all(wanted.map((asked) => exports.deliver(asked)))).flat();
		},
		setDocument: (document) => void (workspace().document = document),
		setDrift: (drift) => void (workspace().drift = drift),
	};
}

/** The same control over HTTP, below `/sandbox/zaia`. */
export function addZaiaRoutes(server: FastifyInstance, control: ZaiaControl): void {
	server.get('/sandbox/zaia/exports', () => control.exports());
	server.get('/sandbox/zaia/deliveries', () => control.deliveries());
	server.post<{ Body: Partial<ExportSettings> }>('/sandbox/zaia/exports', ({ body }) =>
		control.setExports(body),
	);
	server.post<{ Body: { n?: number } }>('/sandbox/zaia/deliver', ({ body }) =>
		control.deliver(body.n),
	);
	server.post<{ Body: Workspace['drift'] }>('/sandbox/zaia/drift', ({ body }) => {
		control.setDrift(body);
		return { set: true };
	});
	server.post('/sandbox/zaia/openapi', ({ body }) => {
		control.setDocument(body);
		return { set: true };
	});
}
