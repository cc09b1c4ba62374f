import { Claims } from './claims';
import type { OpenClaims } from './openClaims';

const byWorkflow = new Map<string, Claims>();

/** What n8n's store did not let the last run of a workflow take back, for its next run in this process. */
const leftMarked = new Map<string, OpenClaims>();

/** The claims of a workflow, for the length of one run; `leaveClaims` gives them back. */
export function joinClaims(workflowId: string): Claims {
	const claims = byWorkflow.get(workflowId) ?? new Claims();
	claims.open = leftMarked.get(workflowId) ?? claims.open;
	byWorkflow.set(workflowId, claims);
	claims.users += 1;
	return claims;
}

export function leaveClaims(workflowId: string, claims: Claims): void {
	claims.users -= 1;
	if (claims.users > 0) return;
	byWorkflow.delete(workflowId);
	leftMarked.delete(workflowId);
	if (claims.open.marks) leftMarked.set(workflowId, claims.open);
}
