/** The query of a resume URL that says which wait of the execution it is for. */
export const WAIT_QUERY = 'wait';

/** The end of a resume URL's path: without one, n8n's own Wait nodes would take our deliveries for theirs. */
export const WAIT_PATH = 'delivery';

/** Under this name the node's context in the execution holds the wait that is under way. */
export const AWAITED = 'awaited';
