import { vendors } from '../vendors.mts';
import type { ActionSurface } from './surfaceGrammar.mts';

/** The operations of the action nodes, by their type's name. */
export const surfaces: Record<string, ActionSurface> = Object.fromEntries(
	vendors.map(({ surface: { action } }) => [action.name, action.operations]),
);
