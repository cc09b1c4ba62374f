import { EventEmitter } from 'node:events';

/** The answer to a delivery, that the test gives, or breaks off. */
export class Answer extends EventEmitter {
	statusCode = 200;
	writableEnded = false;
	closed = false;

	give(status: number): void {
		this.statusCode = status;
		this.writableEnded = true;
		this.hangUp();
	}

	hangUp(): void {
		this.closed = true;
		this.emit('close');
	}
}

/** Once all that waited for an answer has gone on. */
export const settled = async () => await new Promise((resolve) => setImmediate(resolve));
