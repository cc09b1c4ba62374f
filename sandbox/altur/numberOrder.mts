/** A number between 0 and 60,012 that stays the same for a phone number. */
export function numberOrder(number: string): number {
	let order = 7;
	for (let at = 0; at < number.length; at += 1) {
		order = (order * 31 + number.charCodeAt(at)) % 60_013;
	}
	return order;
}
