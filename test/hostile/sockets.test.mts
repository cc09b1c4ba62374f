import type { Socket } from 'node:net';

import { drips, endServers, heard, listen, onData, raw, secure } from '../support/sockets.mts';
import type { Serve } from '../support/sockets.mts';
import { attack, detailsOf, expectPlainResult } from './attack.mts';
import { targets, titleOf, withoutWaits } from './targets.mts';

const end = (socket: Socket) => void socket.end();
const drop = (socket: Socket) => void socket.destroy();
const reset = (socket: Socket) => void socket.resetAndDestroy();
const silent = () => {};
const answers = (text: string, then: Serve = end): Serve =>
	onData((socket) => void socket.write(text, () => void setTimeout(() => then(socket), 20)));

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const byLength = `${ok}Content-Length: 60\r\n\r\n`;
const inChunks = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const sixty = `{"id":"${'x'.repeat(51)}"}`;

interface Way {
	way: string;
	/** What serves it; without one nobody is there. */
	http?: Serve;
	https?: Serve;
	/** Nobody speaks TLS at the HTTPS address. */
	isPlain?: true;
	/** In place of a server of ours. */
	address?: string;
	/** Nothing of a request can have left. */
	never?: true;
	/** An answer came, and what it says counts. */
	answered?: true;
}

const both = (way: string, serve: Serve, tls: Serve = serve): Way => ({
	...{ way, http: serve, https: tls },
});

const ways: Way[] = [
	{ way: 'nobody listens', address: 'http://localhost:1', never: true },
	{ way: 'nobody listens, HTTPS', address: 'https://localhost:1', never: true },
	{ way: 'an unknown name', address: 'https://nowhere.invalid', never: true },
	{ way: 'TLS that is closed', https: onData(end), isPlain: true, never: true },
	{ way: 'TLS that is reset', https: onData(reset), isPlain: true, never: true },
	{ way: 'TLS that stays silent', https: silent, isPlain: true, never: true },
	{ way: 'plain HTTP for TLS', https: answers(byLength + sixty), isPlain: true, never: true },
	both('a reset at once', reset, drop),
	both('a reset after the request', onData(reset), onData(drop)),
	both('an end after the request', onData(end)),
	both('silence after the request', silent),
	both('a cut within the headers', answers('HTTP/1.1 200 OK\r\nContent-Ty')),
	both('a cut after the status of an error', answers('HTTP/1.1 404 Not Found\r\nContent-Ty')),
	both('a cut before the body', answers(byLength)),
	both('a cut within the body', answers(byLength + sixty.slice(0, 40))),
	both(
		'a reset within the body',
		answers(byLength + sixty.slice(0, 9), reset),
		answers(byLength, drop),
	),
	both('a cut within a chunk', answers(`${inChunks}3c\r\n${sixty.slice(0, 40)}`)),
	both('a cut before the last chunk', answers(`${inChunks}3c\r\n${sixty}\r\n`)),
	both('headers by the byte', onData(drips(byLength + sixty, 100))),
	both(
		'a body by the byte',
		onData((socket) => {
			socket.write(byLength);
			drips(sixty, 100)(socket);
		}),
	),
	both(
		'something that is no HTTP',
		onData((socket) => void socket.end('SSH-2.0-x\r\n')),
	),
	both(
		'an answer before the request, which means nothing',
		(socket) =>
			void socket.end(
				'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nbusy',
			),
	),
	{
		...both(
			'a refusal before the request',
			(socket) => void socket.end('HTTP/1.1 400 No\r\nContent-Length: 4\r\n\r\nbusy'),
		),
		answered: true,
	},
];

const tried = ways.flatMap(({ http, https, address, ...more }) => [
	...(address ? [{ ...more, at: async () => address }] : []),
	...(http ? [{ ...more, at: async () => `http://localhost:${await listen(raw(http))}` }] : []),
	...(https
		? [
				{
					...more,
					way: `${more.way}, HTTPS`,
					at: async () => `https://localhost:${await listen((more.isPlain ? raw : secure)(https))}`,
				},
			]
		: []),
]);

afterEach(endServers);

describe.each(targets.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		test('however its connection fails: never told as done, nor as not done once it may have left', async () => {
			const options = { timeoutSeconds: 1, requestsPerSecond: 0, maxRetries: 0 };
			const parameters = withoutWaits({ ...target.smallest.parameters, options });
			const attempt = async ({ way, at, never, answered }: (typeof tried)[number]) => {
				const ran = await attack(target, { baseUrl: await at() } as never, {
					...{ parameters, items: [{}], onError: 'continueErrorOutput' },
				});
				expectPlainResult(ran);
				const [done = [], failed = []] = ran.outputs;
				const outcomes = failed.map((item) => detailsOf(item).outcome);
				const timesHeard = heard.text.split(ran.key).length - 1;
				const told = { way, done: done.length, outcomes, timesHeard };
				// What is read before the rows are checked fails alike, and then no change leaves.
				const isRefused = never || answered || target.smallest.lookUps !== undefined;
				const isChange = target.repeat !== 'safe';
				const known = isRefused ? ['refused'] : isChange ? ['unknown'] : ['failed'];
				// Whether a request had left when the other side hung up at once is for its socket to say.
				const isOpen = way.startsWith('a reset at once') || way.includes('before the request');
				// On a busy machine the time is up before TLS is: then nothing was heard, and nothing has left.
				const mayBoth = isOpen || (timesHeard === 0 && !never);
				expect(told).toEqual({
					...{ way, done: 0 },
					outcomes: mayBoth ? [expect.stringMatching(/refused|unknown|failed/)] : known,
					timesHeard: expect.any(Number),
				});
				if (timesHeard > 0 && isChange && !isRefused)
					expect(told).toMatchObject({ outcomes: ['unknown'] });
				if (never) expect(told).toMatchObject({ timesHeard: 0 });
				// A recording is read again where it breaks off, whatever Max Retries says.
				if (isChange) expect(timesHeard).toBeLessThanOrEqual(1);
			};
			await Promise.all(tried.map(attempt));
		});
	},
);
