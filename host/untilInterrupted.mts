/** Resolves when Ctrl-C, a polite kill, or the end of the starting process asks this one to end. */
export async function untilInterrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
			process.on(signal, () => resolve());
		process.once('disconnect', resolve);
	});
}
