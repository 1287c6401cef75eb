import type { ApiResponse } from '@muster/api';

/** What is true of every answer, of the API as of pages. */
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export interface PagePolicy {
  /** Sources of scripts besides files of this site: hashes of inline ones. */
  readonly scripts?: readonly string[];
  /** Where forms may lead besides this site. */
  readonly formTargets?: readonly string[];
  /** Whether pages of this site may show it in a frame. */
  readonly mayBeFramed?: boolean;
  /** Whether it shows pages of this site in frames. */
  readonly showsFrames?: boolean;
}

/** Nothing from elsewhere, nothing inline, no plug-ins, no framing by others. */
export function pageHeaders(policy: PagePolicy = {}): ApiResponse['headers'] {
  const { scripts = [], formTargets = [], mayBeFramed = false, showsFrames = false } = policy;
  const directives = [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `frame-src ${showsFrames ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    `frame-ancestors ${mayBeFramed ? "'self'" : "'none'"}`,
  ];
  return {
    'content-security-policy': directives.join('; '),
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** As EVERYWHERE, and strict transport security, for answers that travel by TLS. */
const OVER_TLS = { ...EVERYWHERE, 'strict-transport-security': 'max-age=31536000' } as const;

/** Adds what holds everywhere to the headers of an answer, which come first. */
export function secureHeaders(headers: ApiResponse['headers'], isSecure: boolean): ApiResponse['headers'] {
  return { ...(isSecure ? OVER_TLS : EVERYWHERE), ...headers };
}
