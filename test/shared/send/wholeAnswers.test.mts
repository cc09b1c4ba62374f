import type { Socket } from 'node:net';

import { altur } from '../../support/altur.mts';
import { callJob } from '../../support/calls.mts';
import { endServers, heard, listen, onData, raw, secure } from '../../support/sockets.mts';

afterEach(endServers);

const body = '{"id":"cll_1","status":"created"}';
const whole = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const chunks = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const stays = () => {};
const ends = (socket: Socket) => void socket.end();
const drops = (socket: Socket) => void socket.destroy();

test.each<[how: string, text: string, then: (socket: Socket) => void, outcome?: string]>([
	['and the connection stays open', whole, stays],
	['and the connection is reset behind it', whole, drops],
	['in chunks, and the connection is reset behind it', chunks, drops],
	['after early hints', `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${whole}`, ends],
	['after "continue"', `HTTP/1.1 100 Continue\r\n\r\n${whole}`, ends],
	['after "processing", twice', `${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(2)}${whole}`, ends],
	// Node takes no answer of which it cannot say where it ends.
	['unless bytes are behind it that are none of it', `${whole}<!DOCTYPE html>`, ends, 'unknown'],
	['with another answer behind it', whole + whole.replace('200 OK', '500 No'), ends],
	['with no length, ended by the connection', `HTTP/1.0 200 OK\r\n\r\n${body}`, ends],
])('an answer that is whole counts once: %s', async (_how, text, then, outcome = 'placed') => {
	for (const [scheme, server] of [['http', raw] as const, ['https', secure] as const]) {
		const serve = onData((socket) => socket.write(text, () => void setTimeout(then, 20, socket)));
		const { outputs } = await altur(
			{ url: '' },
			{
				...callJob(1, { timeoutSeconds: 20 }),
				baseUrl: `${scheme}://localhost:${await listen(server(serve))}`,
				onError: 'continueRegularOutput',
			},
		);
		const { json } = outputs[0]![0]!;
		expect({ scheme, outcome: json.outcome }).toEqual({ scheme, outcome });
		expect(json.id).toBe(outcome === 'placed' ? 'cll_1' : undefined);
	}
	expect(heard.text.match(/POST \/call/g)).toHaveLength(2);
});
