import type { ApiRequest, ApiResponse } from '@muster/api';
import { type Html, html } from './html.js';
import { pageLanguage } from './language.js';
import { brand, presentPage } from './page.js';
import { textsIn } from './texts.js';

export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Dates as the web apps write them. */
const TAGS = { en: 'en-GB', es: 'es' } as const;

/** `/outbox` with the demo: the mails that would have left, newest first. */
export function presentOutbox(request: ApiRequest, mails: readonly OutboxMail[]): ApiResponse {
  const language = pageLanguage(request);
  const texts = textsIn(language);
  const time = new Intl.DateTimeFormat(TAGS[language], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const list = mails.map(
    (mail) => html`<li><article><header><h2>${mail.subject}</h2>
<p>${texts.outboxTo(mail.to)} · <time datetime="${mail.at}">${time.format(new Date(mail.at))}</time></p></header>
<div class="mail">${linkify(mail.text)}</div></article></li>`,
  );
  const body = html`<header class="top">${brand}<nav><a href="/?lang=${language}">${texts.back}</a></nav></header>
<main><h1>${texts.outbox}</h1><p>${texts.outboxDetail}</p>
${mails.length === 0 ? html`<p class="empty">${texts.outboxEmpty}</p>` : html`<ol class="mails" reversed>${list}</ol>`}</main>`;
  return presentPage({ title: texts.outbox, language, body, layout: 'column' });
}

/** Web addresses in a text become links. */
function linkify(text: string): readonly Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}
