import getPort from 'get-port';

/** The wanted port, or another one with a word about it when it is taken. */
export async function freePort(wanted: number, whose: string): Promise<number> {
	const port = await getPort({ port: wanted });
	if (port !== wanted) console.log(`Port ${wanted} is busy: ${whose} takes ${port}.`);
	return port;
}
