/** The only key that opens the sandbox's Zaia. */
export const zaiaKey = 'sandbox-zaia-key';

/** What follows the server's address in the credential's base URL. */
export const zaiaPrefix = '/zaia';
