import type { PostingView } from '../contract/index.js';

/** The text of a posting in sections: a line that begins with `## ` is a heading. */
export function postingSections(body: string, firstHeading: string): PostingView['sections'] {
  const sections: { heading: string; body: string }[] = [];
  let current = { heading: firstHeading, body: '' };
  const finish = () => {
    if (current.body.trim() !== '') sections.push({ heading: current.heading, body: current.body.trim() });
  };
  for (const line of body.split('\n')) {
    if (line.startsWith('## ')) {
      finish();
      current = { heading: line.slice(3).trim(), body: '' };
    } else {
      current.body += `${line}\n`;
    }
  }
  finish();
  return sections;
}
