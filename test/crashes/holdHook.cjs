/*
 * Preloaded into n8n: whoever is about to write Call Once Per's row, with what it has read in its hands, and
 * finds the file `ask` in HOLD_FOLDER, takes it and waits until it is deleted.
 */
const { existsSync, renameSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

const folder = process.env.HOLD_FOLDER;
const load = Module._load;

Module._load = function (request, ...rest) {
	const loaded = load.call(this, request, ...rest);
	if (/deduplication-helper$/.test(request)) hold(loaded.DeduplicationHelper.prototype);
	return loaded;
};

function hold(helper) {
	const { handleHashedItems } = helper;
	if (handleHashedItems.holds) return;
	helper.handleHashedItems = async function (...about) {
		// The row of a workflow has no name; that of a node, the lock, has one.
		if (about.at(-1) === '') await untilDeleted();
		return await handleHashedItems.apply(this, about);
	};
	helper.handleHashedItems.holds = true;
}

async function untilDeleted() {
	const held = join(folder, `held-${process.pid}`);
	try {
		renameSync(join(folder, 'ask'), held);
	} catch {
		return;
	}
	while (existsSync(held)) await sleep(20);
}
