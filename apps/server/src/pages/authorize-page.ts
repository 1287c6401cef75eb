import type { ApiRequest, ApiResponse } from '@muster/api';
import type { AuthorizationRequest } from '../sign-in/authorize.js';
import { html } from './html.js';
import { pageLanguage } from './language.js';
import { brand, presentPage } from './page.js';
import { textsIn } from './texts.js';

/** Where the form goes: the same request again, with what was typed. */
function action({ query }: AuthorizationRequest): string {
  return `/services/oauth2/authorize?${query}`;
}

function policy({ redirectUri }: AuthorizationRequest) {
  return { formTargets: [new URL(redirectUri).origin] };
}

/** Asks for a username and a password before a client may be allowed anything. */
export function presentSignIn(
  request: ApiRequest,
  authorization: AuthorizationRequest,
  hasFailed: boolean,
): ApiResponse {
  const language = pageLanguage(request);
  const texts = textsIn(language);
  const body = html`<main>${brand}<section class="card"><h1>${texts.signIn}</h1>
<p>${texts.signInFor(authorization.client.name)}</p>
${hasFailed ? html`<p class="problem" role="alert">${texts.wrongPassword}</p>` : null}
<form method="post" action="${action(authorization)}">
<label>${texts.username}<input name="username" autocomplete="username" required autofocus></label>
<label>${texts.password}<input name="password" type="password" autocomplete="current-password" required></label>
<div class="actions"><button class="button primary">${texts.signIn}</button></div></form></section></main>`;
  const status = hasFailed ? 401 : 200;
  return presentPage({
    title: texts.signIn,
    language,
    body,
    status,
    layout: 'column',
    policy: policy(authorization),
  });
}

/** Asks whether a client may act for the person who is signed in. */
export function presentAllow(
  request: ApiRequest,
  authorization: AuthorizationRequest,
  name: string,
  csrf: string,
): ApiResponse {
  const language = pageLanguage(request);
  const texts = textsIn(language);
  const { client, query } = authorization;
  const other = new URLSearchParams(query);
  other.set('prompt', 'select_account');
  const title = texts.allowTitle(client.name);
  const body = html`<main>${brand}<section class="card"><h1>${title}</h1>
<p>${texts.allowDetail(client.name, name)}</p>
<form method="post" action="${action(authorization)}"><input type="hidden" name="csrf" value="${csrf}">
<div class="actions"><button class="button primary" name="decision" value="allow">${texts.allow}</button>
<button class="button" name="decision" value="deny">${texts.deny}</button></div></form>
<p><a href="/services/oauth2/authorize?${other.toString()}">${texts.someoneElse}</a></p></section></main>`;
  return presentPage({ title, language, body, layout: 'column', policy: policy(authorization) });
}

/** Says why a request cannot go on, to the person and in the words the client's developer looks for. */
export function presentRefusal(request: ApiRequest, reason: string): ApiResponse {
  const language = pageLanguage(request);
  const texts = textsIn(language);
  const body = html`<main>${brand}<section class="card"><h1>${texts.badRequest}</h1><p>${reason}</p></section></main>`;
  return presentPage({ title: texts.badRequest, language, body, status: 400, layout: 'column' });
}
