/** An n8n that this package is tried in, and the Node.js that it needs. */
export interface Version {
	n8n: string;
	node: string;
	/** In place of the checkout's own: what came out later than this n8n and breaks it, or is not in every registry. */
	overrides?: Record<string, string>;
}

/** The range in which this package is known to work: its ends are what `npm run test:compat` runs. */
export const supported: Record<'oldest' | 'newest', Version> = {
	// Before it, n8n sends failed rows out by the success branch where On Error is set to the error output.
	oldest: { n8n: '2.36.0', node: '24.21.0' },
	newest: { n8n: '2.41.1', node: '24.21.0' },
};
