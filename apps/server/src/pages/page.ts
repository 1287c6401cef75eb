import type { ApiResponse } from '@muster/api';
import { type PagePolicy, pageHeaders } from '../http/security-headers.js';
import { type Html, html } from './html.js';
import type { Language } from './language.js';

export interface Page {
  readonly title: string;
  readonly language: Language;
  readonly body: Html;
  readonly status?: number;
  readonly policy?: PagePolicy;
  /** Class of the body, for the page's own layout. */
  readonly layout: 'start' | 'column' | 'split';
}

/** A page made on the server, in the product's type, colours and spacing. */
export function presentPage({ title, language, body, status = 200, policy = {}, layout }: Page): ApiResponse {
  const document = html`<!doctype html>
<html lang="${language}" data-density="compact">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/server-assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/server-assets/pages.css">
</head>
<body class="layout-${layout}">
${body}
</body>
</html>
`;
  const headers = {
    ...pageHeaders(policy),
    'content-type': 'text/html;charset=UTF-8',
    'content-language': language,
  };
  return { status, headers, body: document.html };
}

/** The product's sign and name. */
export const brand: Html = html`<span class="brand"><svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7"/><path d="M6 21.5 12.2 9l4 7.2 3.3-5.4L26 21.5"/><path d="M6 26h20"/></svg>Muster</span>`;
