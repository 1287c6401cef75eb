/** A block of a plain text: a paragraph, or the points of a list. */
export type TextBlock =
  | { readonly kind: 'Paragraph'; readonly text: string }
  | { readonly kind: 'List'; readonly items: readonly string[] };

/** Text as people type it: blank lines part paragraphs, lines that begin with "- " are points of a list. */
export function readPlainText(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    let paragraph: string[] = [];
    let items: string[] = [];
    const close = () => {
      if (paragraph.length > 0) blocks.push({ kind: 'Paragraph', text: paragraph.join('\n') });
      if (items.length > 0) blocks.push({ kind: 'List', items });
      paragraph = [];
      items = [];
    };
    for (const line of lines) {
      const isItem = /^[-*•] /.test(line);
      if (isItem ? paragraph.length > 0 : items.length > 0) close();
      if (isItem) items.push(line.slice(2).trim());
      else paragraph.push(line);
    }
    close();
  }
  return blocks;
}

/** Shows such a text. */
export function PlainText({ text }: { readonly text: string }) {
  return readPlainText(text).map((block) =>
    block.kind === 'Paragraph' ? (
      <p key={block.text} className="po-lines">
        {block.text}
      </p>
    ) : (
      <ul key={block.items.join('\n')}>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    ),
  );
}
