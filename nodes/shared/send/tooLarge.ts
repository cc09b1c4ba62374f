/** What a request may hold too many of. */
const PARTS = '(contacts?|items?|rows?|records?|entries|elements?|recipients?)';

/** How servers say that one request has too many parts; "too many requests" is something else. */
const TOO_MANY = new RegExp(
	`too many ${PARTS}|(at most|more than|up to|maximum (is|of)|limit (is|of)) \\d[\\d,.]* ${PARTS}`,
	'i',
);

const TOO_BIG =
	/\b(entity|payload|body|request|content)\b.{0,40}\b(too (large|big)|exceeds?|larger than)|too (large|big)\b.{0,30}\b(entity|payload|body|request)\b|(cuerpo|solicitud|petición|corpo|requisição).{0,40}(demasiado|muito) grande/i;

const REFUSES = [400, 413, 422];

/** True where a refusal is about the number of parts in a request, which fewer may help. */
export const saysTooMany = (status: number | undefined, words: string): boolean =>
	REFUSES.includes(status ?? 0) && TOO_MANY.test(words);

/** True where a request was refused for its size: by its status, or in the words of a 400 or 422. */
export const saysTooLarge = (status: number | undefined, words: string): boolean =>
	status === 413 ||
	saysTooMany(status, words) ||
	(REFUSES.includes(status ?? 0) && TOO_BIG.test(words));
