import { isFound } from '../../../nodes/shared/lists/search.ts';

test.each([
	['Sofía', 'sofia'],
	['Jose\u0301', 'José'],
	['JOSÉ', 'jose\u0301'],
	['Promoción  de otoño', 'promocion de'],
	['Ação (a1b2c3)', 'ACAO'],
	['any', ''],
])('"%s" is found by "%s"', (text, typed) => {
	expect(isFound(text, typed)).toBe(true);
});

test('what is not in a name is not found', () => {
	expect(isFound('Sofía', 'sofo')).toBe(false);
});
