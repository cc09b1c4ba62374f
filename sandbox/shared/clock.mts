/** Time as the sandbox's people on the phone live it: `speed` seconds pass in every real one. */
export interface Clock {
	/** Accelerated milliseconds since the sandbox started. */
	now(): number;
	speed: number;
}

/** Starts a clock; changing its speed keeps the time that has already passed. */
export function startClock(initialSpeed: number): Clock {
	let speed = initialSpeed;
	let anchorReal = performance.now();
	let anchorTime = 0;
	const now = (): number => anchorTime + (performance.now() - anchorReal) * speed;
	return {
		now,
		get speed() {
			return speed;
		},
		set speed(faster: number) {
			anchorTime = now();
			anchorReal = performance.now();
			speed = faster;
		},
	};
}
