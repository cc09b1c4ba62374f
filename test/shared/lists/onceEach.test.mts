import type { IDataObject } from 'n8n-workflow';
import { OnceEach } from '../../../nodes/shared/lists/onceEach.ts';

const given = (...pages: unknown[][]) => {
	const once = new OnceEach();
	return { rows: pages.flatMap((page) => once.of(page as IDataObject[])), hint: once.hint };
};

test('a row that comes again on a later page is given once, and told', () => {
	expect(given([{ id: 1 }, { id: '1' }], [{ id: '1' }, { id: 1 }, { id: 2 }])).toEqual({
		rows: [{ id: 1 }, { id: '1' }, { id: 2 }],
		hint: expect.stringContaining('2 rows came twice') as unknown,
	});
});

test('two rows of one page with the same ID are two rows', () => {
	expect(given([{ id: 1 }, { id: 1 }])).toEqual({ rows: [{ id: 1 }, { id: 1 }], hint: undefined });
});

test('a row whose ID has lost digits is another row than that of the same rounded ID', () => {
	const lost = JSON.parse('[{"id":17841405309211844},{"id":17841405309211845}]') as unknown[];
	expect(lost[0]).toEqual(lost[1]);
	expect(given([lost[0]], [lost[1]])).toEqual({ rows: lost, hint: undefined });
});

test('what is no row, or has no ID, counts each time', () => {
	const page = [null, 7, 'a', {}, { id: null }, { id: {} }, [1]];
	expect(given(page, page)).toEqual({ rows: [...page, ...page], hint: undefined });
});

test('a page that comes again as it was tells of no change', () => {
	const once = new OnceEach();
	once.of([{ id: 1 }]);
	expect(once.of([{ id: 1 }], true)).toEqual([]);
	expect(once.hint).toBeUndefined();
});
