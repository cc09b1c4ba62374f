import { dialled, isWellSized, samples, tally } from './samples.mts';

const count = tally('Extensions behind numbers of all countries');

/** One number of each country. */
const numbers = [...Map.groupBy(samples, ({ country }) => country).values()].map(([one]) => one!);

const ends = ['1', '12', '102', '1234', '12345'];

/** How the field writes an extension behind a number. */
const extensions = [
	' ext 1',
	' ext. 1',
	' Ext.: 1',
	'ext1',
	' extension 1',
	' extensión 1',
	'x1',
	' x 1',
	' X1',
	' #1',
	'#1',
	';ext=1',
	',1',
	',,1',
	', 1',
	';1',
	' int. 1',
	' anexo 1',
	' ramal 1',
	' (1)',
	'(1)',
	' (ext. 1)',
	' - 1',
	' -1',
	'- 1',
	' – 1',
	' — 1',
	' \u2212 1',
	' / 1',
].map((form) => [form, (end: string) => form.replace('1', end)] as const);

test.each(extensions)(
	'a number followed by "%s" is refused, in all countries',
	(_form, extended) => {
		const rung = numbers.flatMap(({ code, national }) =>
			ends.flatMap((end) => {
				count('extensions');
				return [
					dialled(`+${code}${national}${extended(end)}`),
					dialled(`${national}${extended(end)}`, code),
				];
			}),
		);
		expect(rung.filter(Boolean)).toEqual([]);
	},
);

test('digits after a plain dash or space are dialled only where the number may be that long', () => {
	const wrong = numbers.flatMap(({ code, national }) =>
		ends.flatMap((end) =>
			['-', ' '].map((sign) => {
				const number = dialled(`+${code}${national}${sign}${end}`);
				count(number === undefined ? 'after a dash, refused' : 'after a dash, dialled');
				return number !== undefined && !isWellSized(number) ? number : undefined;
			}),
		),
	);
	expect(wrong.filter(Boolean)).toEqual([]);
});
