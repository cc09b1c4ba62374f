/** The only key that opens the sandbox's GuruSup; the organisation's webhook shows the same. */
export const guruSupKey = 'sandbox-gurusup-key';

/** What follows the server's address in the credential's base URL. */
export const guruSupPrefix = '/gurusup/api/v1';
