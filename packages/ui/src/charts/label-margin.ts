const letterWidth = 6.7;

/** Room in px for `text` in the weight of values. */
export function valueWidth(text: string): number {
  return text.length * 7.3;
}

/** Room in px for labels at the left of a drawing; null when the drawing is so narrow that they go above their bars. */
export function labelMargin(labels: readonly string[], width: number): number | null {
  const longest = Math.max(...labels.map((label) => label.length), 0) * letterWidth + 14;
  return width < 440 || longest > width * 0.45 ? null : Math.ceil(longest);
}
