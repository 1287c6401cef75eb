import type { ApiResponse } from '../api-request.js';
import { json } from '../responses.js';

/** Error codes of RFC 6749, section 5.2, and the ones Salesforce adds. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_client_id'
  | 'invalid_grant'
  | 'redirect_uri_mismatch'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'server_error';

/** A refused OAuth request. */
export class OAuthRefusal extends Error {
  readonly error: OAuthErrorCode;

  constructor(error: OAuthErrorCode, description: string) {
    super(description);
    this.error = error;
  }
}

export function presentOAuthError(error: OAuthErrorCode, description: string): ApiResponse {
  return json({ error, error_description: description }, 400, { 'cache-control': 'no-store' });
}
