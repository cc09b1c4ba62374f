import { lineOf } from '../../../nodes/shared/calls/line.ts';

/** Pinned: what Call Once Per has stored depends on every one of them. */
test.each([
	['+5215512345678', '+525512345678'],
	['+525512345678', '+525512345678'],
	['+5491123456789', '+541123456789'],
	['+541123456789', '+541123456789'],
	['+551187654321', '+5511987654321'],
	['+5511987654321', '+5511987654321'],
	['+551167654321', '+5511967654321'],
	// Not another spelling: fixed lines, other countries, other lengths.
	['+551132345678', '+551132345678'],
	['+521551234567', '+521551234567'],
	['+15512345678', '+15512345678'],
	['+5491', '+5491'],
	['+34612345678', '+34612345678'],
	['', ''],
])('%s is the line %s', (number, line) => {
	expect(lineOf(number)).toBe(line);
	expect(lineOf(line)).toBe(line);
});
