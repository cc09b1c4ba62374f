import { join } from 'node:path';

const root = process.cwd();

/** Where things stand in the checkout: every command runs at its root. */
export const places = {
	root,
	/** Scratch space, ignored by git: may be deleted at any time. */
	work: join(root, '.work'),
	/** The user folder of the n8n that `npm start` shows. */
	showcaseHome: join(root, '.n8n-home'),
	examples: join(root, 'examples'),
	n8n: join(root, 'host', 'node_modules', 'n8n'),
};
