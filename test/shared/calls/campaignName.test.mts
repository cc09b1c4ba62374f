import { campaignNameIn } from '../../../nodes/shared/calls/campaignName.ts';

const name = 'Promoción de noviembre';

test.each([
	['decomposed', name.normalize('NFD')],
	['with a no-break space', 'Promoción\u00a0de noviembre'],
	['with two spaces and a tab', '  Promoción  de\tnoviembre '],
	['with an ideographic space', 'Promoción\u3000de noviembre'],
	['with a line break', 'Promoción\r\nde\u2028noviembre'],
	['with a zero width space', 'Promo\u200bción de noviembre'],
	['with a mark between a letter and its accent', 'Promocio\u200d\u0301n de noviembre'],
	['with marks of direction', '\u202aPromoción\u200e de noviembre\u202c\u2066'],
	['with a soft hyphen', 'Promo\u00adción de noviembre'],
	['with a byte order mark', '\ufeffPromoción de noviembre'],
	['with a variation selector', 'Promoción\ufe0f de noviembre'],
	['with a control character', 'Promoción\u0000 de noviembre'],
	['in full width letters', '\uff30romoción de noviembre'],
])('a name %s is the name', (_how, typed) => expect(campaignNameIn(typed)).toBe(name));

test.each(['', ' \u00a0', '\u200b\u2060', '\ufeff', '\u2800'])('%j is no name', (typed) =>
	expect(campaignNameIn(typed)).toBe(''),
);

test('names that look different stay different', () => {
	const names = ['November', 'november', 'November 2', 'Nóvember', '11月'];
	expect(new Set(names.map(campaignNameIn)).size).toBe(names.length);
});
