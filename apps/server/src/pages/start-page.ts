import type { ApiRequest, ApiResponse } from '@muster/api';
import type { DemoPerson } from './demo-people.js';
import { type Html, html } from './html.js';
import { type Language, pageLanguage } from './language.js';
import { brand, presentPage } from './page.js';
import { type PageTexts, textsIn } from './texts.js';

/** `/` with the demo: what this is, and a way into each person's day. */
export function presentStartPage(
  request: ApiRequest,
  people: readonly DemoPerson[],
  dataDir: string,
): ApiResponse {
  const language = pageLanguage(request);
  const texts = textsIn(language);
  const other = language === 'en' ? 'es' : 'en';
  const body = html`<header class="top">${brand}
<nav><a href="/outbox?lang=${language}">${texts.outbox}</a><a href="/?lang=${other}" hreflang="${other}" lang="${other}">${texts.otherLanguage}</a></nav></header>
<main>
<section class="promise"><h1>${texts.promise}</h1><p>${texts.promiseDetail}</p></section>
<section class="people" aria-labelledby="people"><div><h2 id="people">${texts.people}</h2><p>${texts.peopleDetail}</p></div>
<ul>${people.map((person) => html`<li>${presentPerson(person, language, texts)}</li>`)}</ul></section>
<aside>
<section aria-labelledby="tour"><h2 id="tour">${texts.tour}</h2>
<ol>${texts.tourSteps.map((step) => html`<li>${step}</li>`)}</ol></section>
<ul class="ways">
<li>${presentSideBySide(people, language, texts)}</li>
<li><a href="/portal/">${texts.asCandidate}</a><span>${texts.asCandidateDetail}</span></li>
<li><a href="/outbox?lang=${language}">${texts.outbox}</a><span>${texts.outboxDetail}</span></li>
</ul>
</aside>
</main>
<footer><span>${texts.stop(dataDir)}</span><span>${texts.disclaimer}</span></footer>`;
  return presentPage({ title: texts.title, language, body, layout: 'start' });
}

function presentPerson(person: DemoPerson, language: Language, texts: PageTexts): Html {
  return html`<form method="post" action="/demo/sign-in?lang=${language}">
<button name="username" value="${person.username}" class="person">
<span class="initials" aria-hidden="true" data-app="${person.app}">${initials(person.name)}</span>
<span class="name"><span class="mu-visually-hidden">${texts.signInAs} </span>${person.name}</span><span class="title">${person.title[language]}</span>
<span class="day">${person.day[language]}</span>
<span class="app">${person.app === 'console' ? texts.console : texts.portal}</span></button></form>`;
}

function presentSideBySide(people: readonly DemoPerson[], language: Language, texts: PageTexts): Html {
  const staff = people.find((person) => person.app === 'console' && person.path.startsWith('/console'));
  const candidate = people.find((person) => person.app === 'portal');
  if (staff === undefined || candidate === undefined) return html``;
  return html`<form method="post" action="/demo/side-by-side?lang=${language}">
<input type="hidden" name="username" value="${staff.username}"><input type="hidden" name="username" value="${candidate.username}">
<button class="link">${texts.sideBySide}</button></form><span>${texts.sideBySideDetail}</span>`;
}

function initials(name: string): string {
  const words = name.split(' ').filter((word) => !/^(Sgt|Dr)$/.test(word));
  return words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
}
