/** Keys that the language and jest look for on any object. */
const isOfTheLanguage = (key: string | symbol): boolean =>
	typeof key === 'symbol' || ['then', 'toJSON', 'constructor'].includes(key);

/** The object as it is, but throwing where something is asked of it that it does not have. */
export function strict<T extends object>(name: string, supplied: T): T {
	return new Proxy(supplied, {
		get(target, key) {
			if (key in target || isOfTheLanguage(key)) return Reflect.get(target, key) as unknown;
			throw new Error(`The test did not supply ${name}.${String(key)}`);
		},
	});
}
