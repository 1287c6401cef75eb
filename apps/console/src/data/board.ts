import type { Board, BoardColumn } from '@muster/client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The hiring board of a process; without one, of the process with the most people. */
export function useBoard(process: string | null, posting: string | null) {
  const { recruiting } = useClient();
  return useQuery({
    queryKey: keys.board(process, posting),
    queryFn: () =>
      recruiting.board({
        ...(process === null ? {} : { process }),
        ...(posting === null ? {} : { posting }),
      }),
    placeholderData: keepPreviousData,
  });
}

/** Loads the next cards of one column into the board that is shown. */
export function useMoreCards(process: string | null, posting: string | null) {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  const key = keys.board(process, posting);
  return useMutation({
    mutationFn: async (column: BoardColumn) =>
      recruiting.boardColumn({
        phase: column.phase,
        offset: column.cards.length,
        ...(process === null ? {} : { process }),
        ...(posting === null ? {} : { posting }),
      }),
    onSuccess: (more) =>
      queries.setQueryData<Board>(
        key,
        (board) => board && { ...board, columns: withMore(board.columns, more) },
      ),
  });
}

function withMore(columns: readonly BoardColumn[], more: BoardColumn): readonly BoardColumn[] {
  return columns.map((column) => {
    if (column.phase !== more.phase) return column;
    const known = new Set(column.cards.map((card) => card.applicationId));
    const added = more.cards.filter((card) => !known.has(card.applicationId));
    return { ...more, cards: [...column.cards, ...added] };
  });
}
