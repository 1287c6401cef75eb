import { Marked } from 'marked';
import sanitizeHtml, { type IOptions } from 'sanitize-html';

const markdown = new Marked({ async: false, gfm: true });

/** What an article may hold. Pictures are left out: none can be published with an article yet. */
const ALLOWED: IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre', 'ul', 'ol', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'strong', 'em', 'del', 'code', 'abbr'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'], abbr: ['title'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'template', 'title'],
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    b: 'strong',
    i: 'em',
    s: 'del',
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }),
    th: sanitizeHtml.simpleTransform('th', { scope: 'col' }),
  },
};

const BLOCK_END = /<\/(?:h[2-4]|p|blockquote|pre|li|th|td|tr)>|<br \/>|<hr \/>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/**
 * The text of an article as HTML that can stand on a page below its title: Markdown is turned into HTML, and of any
 * HTML only harmless elements, attributes and links stay.
 */
export function renderArticle(source: string): string {
  return sanitizeHtml(markdown.parse(source, { async: false }), ALLOWED);
}

/** The words of an article without its markup, on one line, for searches and snippets. */
export function plainText(source: string): string {
  const spaced = renderArticle(source).replace(BLOCK_END, '$& ');
  return sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
