/** A place on a board: column and card, both from 0. */
export interface BoardPlace {
  readonly column: number;
  readonly card: number;
}

/**
 * Where an arrow key leads on a board whose columns hold `sizes` cards; undefined at an edge and for other keys.
 * Sideways it skips empty columns and keeps the height as far as the column goes.
 */
export function nextCard(key: string, from: BoardPlace, sizes: readonly number[]): BoardPlace | undefined {
  const size = sizes[from.column] ?? 0;
  switch (key) {
    case 'ArrowDown':
      return from.card + 1 < size ? { ...from, card: from.card + 1 } : undefined;
    case 'ArrowUp':
      return from.card > 0 ? { ...from, card: from.card - 1 } : undefined;
    case 'Home':
      return size > 0 ? { ...from, card: 0 } : undefined;
    case 'End':
      return size > 0 ? { ...from, card: size - 1 } : undefined;
    case 'ArrowRight':
      return sideways(from, sizes, 1);
    case 'ArrowLeft':
      return sideways(from, sizes, -1);
    default:
      return undefined;
  }
}

function sideways(from: BoardPlace, sizes: readonly number[], step: 1 | -1): BoardPlace | undefined {
  for (let column = from.column + step; column >= 0 && column < sizes.length; column += step) {
    const size = sizes[column] ?? 0;
    if (size > 0) return { column, card: Math.min(from.card, size - 1) };
  }
  return undefined;
}
