import { Claims } from './claims';

const byWorkflow = new Map<string, Claims>();

/** The claims of a workflow, for the length of one run; `leaveClaims` gives them back. */
export function joinClaims(workflowId: string): Claims {
	const claims = byWorkflow.get(workflowId) ?? new Claims();
	byWorkflow.set(workflowId, claims);
	claims.users += 1;
	return claims;
}

export function leaveClaims(workflowId: string, claims: Claims): void {
	claims.users -= 1;
	if (claims.users === 0) byWorkflow.delete(workflowId);
}
