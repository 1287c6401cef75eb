import type { ApiRequest, ApiResponse } from '@muster/api';
import { html } from './html.js';
import { pageLanguage } from './language.js';
import { presentPage } from './page.js';
import { textsIn } from './texts.js';

/** The console beside a phone with the portal, each with its own person. */
export function presentSideBySide(request: ApiRequest): ApiResponse {
  const language = pageLanguage(request);
  const texts = textsIn(language);
  const body = html`<header class="top"><a href="/?lang=${language}">${texts.back}</a><h1>${texts.sideBySide}</h1></header>
<main><iframe src="/console/" title="${texts.console}"></iframe>
<div class="phone"><iframe src="/portal/" title="${texts.portal}"></iframe></div></main>`;
  return presentPage({
    title: texts.sideBySide,
    language,
    body,
    layout: 'split',
    policy: { showsFrames: true },
  });
}
