import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, renderArticle } from './render-article.js';

describe('renderArticle', () => {
  it('turns Markdown into HTML below the page title', () => {
    expect(renderArticle('# Dry\n\nAt **40 °C**, [ask](https://kit.example/ask).')).toBe(
      '<h2>Dry</h2>\n<p>At <strong>40 °C</strong>, <a href="https://kit.example/ask" rel="noopener noreferrer nofollow">ask</a>.</p>\n',
    );
  });

  it('keeps harmless HTML and tables with headed columns', () => {
    expect(renderArticle('<abbr title="kilometre">km</abbr>')).toBe(
      '<p><abbr title="kilometre">km</abbr></p>\n',
    );
    expect(renderArticle('| Post | Hour |\n|---|---|\n| Skarn | 06:00 |')).toContain(
      '<th scope="col">Post</th>',
    );
  });

  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVa\tScRiPt:alert(1))',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//evil.example" onclick="alert(1)">x</a>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://evil.example"><input name=password></form>',
    '<p style="position:fixed;inset:0">cover</p>',
    '<style>@import "https://evil.example/x.css"</style>',
    '```html\n<script>alert(1)</script>\n```',
    '<scr<script>ipt>alert(1)</script>',
    '<a href="https://ok.example" target="_blank" style="color:red">x</a>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  ];

  it.each(hostile)('leaves nothing that acts in %s', (source) => {
    expect(actingParts(renderArticle(source))).toEqual([]);
  });

  it('leaves nothing that acts in hostile pieces put together in any order', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 5 });
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(actingParts(renderArticle(parts.join('')))).toEqual([]);
      }),
    );
  });
});

describe('plainText', () => {
  it('keeps words apart that markup kept apart', () => {
    expect(plainText('## Boots\n\n- dry\n- proof')).toBe('Boots dry proof');
    expect(plainText('<p>one</p><p>two</p>')).toBe('one two');
  });

  it('reads entities as the characters they stand for', () => {
    expect(plainText('Tom & Ann: 5 < 6, "so" they\'re `&amp;`')).toBe(
      'Tom & Ann: 5 < 6, "so" they\'re &amp;',
    );
  });
});

const HARMLESS_TAG =
  /^<\/?(h[2-4]|p|br|hr|blockquote|pre|ul|ol|li|table|thead|tbody|tr|th|td|a|strong|em|del|code|abbr)(\s[^>]*)?>$/;
const HARMLESS_ATTRIBUTE =
  /\s(rel="noopener noreferrer nofollow"|scope="col"|start="\d+"|title="[^"]*"|href="(?:https?:|mailto:|tel:|[^":]*")[^"]*"?)/g;

/** Tags and attributes of sanitised HTML that are none of the harmless ones. */
function actingParts(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => {
    const bare = tag.replace(HARMLESS_ATTRIBUTE, '');
    return !HARMLESS_TAG.test(tag) || !/^<\/?\w+\s*\/?>$/.test(bare) || tag.includes('href="//');
  });
}
