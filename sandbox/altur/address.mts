/** The only key that opens the sandbox's Altur. */
export const alturKey = 'sandbox-altur-key';

/** What follows the server's address in the credential's base URL. */
export const alturPrefix = '/altur/api/v1.0';

/** What the webhooks are signed with: base64, as Altur shows it. */
export const alturWebhookSecret = 'c2FuZGJveC1hbHR1ci13ZWJob29rLXNlY3JldA==';
