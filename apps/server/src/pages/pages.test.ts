import { describe, expect, it } from 'vitest';
import { html } from './html.js';
import { pageLanguage } from './language.js';
import { textsIn } from './texts.js';

describe('html', () => {
  it('escapes values and leaves its own markup alone', () => {
    const bold = html`<b>${'<&"\'>'}</b>`;
    expect(html`<p>${bold}${[html`<i>1</i>`, 2]}${null}${false}</p>`.html).toBe(
      '<p><b>&lt;&amp;&quot;&#39;&gt;</b><i>1</i>2</p>',
    );
  });
});

describe('pageLanguage', () => {
  const languageOf = (accept: string, lang = '') =>
    pageLanguage({ query: new URLSearchParams(lang), headers: { 'accept-language': accept } });

  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-US,es;q=0.5', 'en'],
    ['fr,es;q=0.3', 'es'],
    ['fr', 'en'],
    ['', 'en'],
  ])('%s gives %s', (accept, language) => {
    expect(languageOf(accept)).toBe(language);
  });

  it('is the one asked for in the address, when there is it', () => {
    expect(languageOf('en', 'lang=es')).toBe('es');
    expect(languageOf('es', 'lang=xx')).toBe('es');
  });
});

describe('texts', () => {
  it('differ between the languages', () => {
    const [en, es] = [textsIn('en'), textsIn('es')];
    const same = Object.entries(en).filter(
      ([key, text]) => typeof text === 'string' && text === es[key as keyof typeof es],
    );
    expect(same.map(([key]) => key)).toEqual(['portal']);
  });
});
