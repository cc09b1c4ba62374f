import type { VendorRequest } from '../../shared/contract/request';

/** Where Zaia serves its own description of its API, OpenAPI 3.1. */
export const description: VendorRequest = { method: 'GET', url: '/openapi' };
