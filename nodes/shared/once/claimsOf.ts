import { Claims } from './claims';
import type { Store } from './claimStore';

const byWorkflow = new Map<string, Claims>();

/** The claims of a workflow, for the length of one run of a node; `leaveClaims` gives them back. */
export function joinClaims(workflowId: string, nodeId: string, store: Store): Claims {
	const claims = byWorkflow.get(workflowId) ?? new Claims();
	byWorkflow.set(workflowId, claims);
	claims.join(nodeId, store);
	return claims;
}

export function leaveClaims(workflowId: string, claims: Claims): void {
	claims.users -= 1;
	if (claims.users === 0) byWorkflow.delete(workflowId);
}
