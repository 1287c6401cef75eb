import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_XML_CHARACTERS, parseXml } from './xml-element.js';

function root(text: string) {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.root;
}

function refusal(text: string): string {
  const parsed = parseXml(text);
  return parsed.ok ? 'read' : `${parsed.line}: ${parsed.message}`;
}

describe('XML', () => {
  it('gives names without prefixes, texts and lines', () => {
    const text =
      '\uFEFF<?xml version="1.0"?>\r\n<!-- x -->\r\n<m:A xmlns:m="u">\r\n  <m:b> 1 &amp; &#65;&#x42; </m:b>\r\n</m:A>';
    expect(root(text)).toEqual({
      name: 'A',
      line: 3,
      column: 1,
      text: '',
      rawText: '',
      children: [{ name: 'b', line: 4, column: 3, text: '1 & AB', rawText: ' 1 & AB ', children: [] }],
    });
  });

  it('keeps the attributes that say what a value is', () => {
    expect(root('<a xmlns:xsi="u" xsi:type="xsd:string" b="1">x</a>').attributes).toEqual({
      type: 'xsd:string',
    });
  });

  it('takes character data as it is', () => {
    expect(root('<a><![CDATA[<p>x &amp; y</p>]]> &lt;i&gt;</a>').text).toBe('<p>x &amp; y</p> <i>');
  });

  it('refuses a document type declaration, so no entity can be defined', () => {
    expect(refusal('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>')).toBe(
      '2: a document type declaration is not allowed',
    );
    expect(refusal('<!-- c --> <!doctype html><a/>')).not.toBe('read');
    expect(refusal('<a>&x;</a>')).toMatch(/entity/);
  });

  it('says the line of what is not well-formed', () => {
    expect(refusal('<a>\n<b></a>')).toMatch(/^2: /);
    expect(refusal('')).toMatch(/^1: /);
  });

  it('bounds depth and size', () => {
    expect(refusal('<a>'.repeat(500) + '</a>'.repeat(500))).not.toBe('read');
    expect(refusal('x'.repeat(MAX_XML_CHARACTERS + 1))).toMatch(/larger than/);
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<b/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      '<?',
      '?>',
      'x',
      '"',
      '\n',
      '<!DOCTYPE',
      '&#0;',
      '&#xd800;',
    );
    fc.assert(fc.property(fc.array(pieces), (parts) => void parseXml(parts.join(''))));
  });
});
