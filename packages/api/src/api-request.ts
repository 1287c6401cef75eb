import type { Guard, Principal, Purpose } from '@muster/records';

/** A request as the API sees it, whatever carried it here. */
export interface ApiRequest {
  readonly method: string;
  /** As sent, percent-encoded, without the query string. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Decompressed. */
  readonly body: Uint8Array;
  /** The body of a large upload as it arrives, in place of `body`. It can be read once. */
  readonly upload?: AsyncIterable<Uint8Array>;
  readonly caller: Caller;
  /** Scheme and host by which clients reach the server: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Network address of the client. */
  readonly address: string;
}

/** Who sent a request: nobody in particular, somebody with a token that is not valid, or a user. */
export type Caller = { readonly kind: 'guest' } | { readonly kind: 'refused' } | SignedIn;

export interface SignedIn {
  readonly kind: 'user';
  readonly principal: Principal;
  /** The purpose the token or browser session was given for. */
  readonly purpose: Purpose;
  /** Set when the sign-in is taken from memory: it has to be proved before the answer leaves. */
  readonly guard?: Guard;
  /** The access token, when one was sent; undefined for a browser session. */
  readonly token?: string;
}

export interface ApiResponse {
  readonly status: number;
  /** By lower-case name. Several values are several header lines. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** '' for none. */
  readonly body: string | Uint8Array;
  /** A long body as it is made, in place of `body`. */
  readonly stream?: AsyncIterable<string | Uint8Array>;
}
