import { ensureBuilt } from './build.mts';

await ensureBuilt();
