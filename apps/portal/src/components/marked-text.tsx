/** A part of a snippet, and whether it is a word that was searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Reads a snippet in which ⟦ and ⟧ stand around the words that match. */
export function readSnippet(snippet: string): readonly SnippetPart[] {
  return snippet
    .split(/(⟦[^⟧]*⟧)/)
    .filter((part) => part !== '')
    .map((part) => {
      const isHit = part.startsWith('⟦') && part.endsWith('⟧');
      return { text: isHit ? part.slice(1, -1) : part, isHit };
    });
}

/** A snippet with the matching words marked. */
export function MarkedText({ snippet }: { readonly snippet: string }) {
  return readSnippet(snippet).map(({ text, isHit }, index) => {
    const key = `${index} ${text}`;
    return isHit ? (
      <mark key={key} className="po-mark">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
