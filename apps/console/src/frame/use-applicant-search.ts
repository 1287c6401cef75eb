import { type Command, UserIcon, useSettled } from '@muster/ui';
import { useMemo, useState } from 'react';
import { useFoundApplicants } from '../data/applicants.js';
import { useCan } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';

const shown = 8;

/** Finds applicants by name or number while somebody types into the command palette. */
export function useApplicantSearch(): {
  readonly find: (text: string) => void;
  readonly found: readonly Command[];
} {
  const t = useFrameText();
  const can = useCan();
  const [text, setText] = useState('');
  const wanted = useSettled(can('View_Applications') ? text.trim() : '');
  const { data } = useFoundApplicants(wanted);
  const found = useMemo<readonly Command[]>(
    () =>
      wanted.length < 2
        ? []
        : (data?.rows ?? []).slice(0, shown).map((row) => ({
            id: row.applicationId,
            href: `/applications/${row.applicationId}`,
            label: row.name,
            detail: `${row.number} · ${row.posting}`,
            icon: UserIcon,
            group: t('palette.applicants'),
          })),
    [data, wanted, t],
  );
  return { find: setText, found };
}
