import { IntlMessageFormat, type MessageFormatElement } from 'intl-messageformat';
import { expect, it } from 'vitest';
import { parseCatalogues } from './parsed-messages.js';

const messages = {
  plain: 'It’s our turn.',
  'with.number': '{count, plural, one {# day} other {# days}} left',
  'with.tag': 'Write to <to>{name}</to>.',
};

it('says the same when it is parsed before', async () => {
  const code = await parseCatalogues(`export const catalogueEn = ${JSON.stringify(messages)};`);
  const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  const catalogue: Record<string, MessageFormatElement[]> = module.catalogueEn;
  const values = { count: 1200, name: 'Ruth', to: (name: unknown) => `“${name}”` };
  const texts = Object.keys(messages).map((key) =>
    new IntlMessageFormat(catalogue[key] ?? '', 'en').format(values),
  );
  expect(texts).toEqual(['It’s our turn.', '1,200 days left', 'Write to “Ruth”.']);
});

it('refuses what cannot be read, and ends the build', async () => {
  await expect(parseCatalogues("export const en = { 'a.b': '{count, plural, one {#}' };")).rejects.toThrow(
    SyntaxError,
  );
});
