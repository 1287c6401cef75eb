import type { ApplicantList, WaitingOn } from '@muster/client';
import { FilterBar, FilterChoice, SearchField, type UrlFilters, useShortcuts } from '@muster/ui';
import { useMemo, useRef } from 'react';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { useWorkText } from '../../messages/work/use-work-text.js';
import type { applicantFilters } from './applicant-filters.js';

const parties: readonly WaitingOn[] = ['candidate', 'agency', 'third_party'];

export interface ApplicantFilterBarProps {
  readonly filters: UrlFilters<typeof applicantFilters>;
  /** What can be chosen; undefined until the first list is there. */
  readonly choices: ApplicantList['filters'] | undefined;
}

/** Search and filters over the list of applicants. The key "/" goes to the search. */
export function ApplicantFilterBar({ filters, choices }: ApplicantFilterBarProps) {
  const t = useWorkText();
  const frame = useFrameText();
  const input = useRef<HTMLInputElement>(null);
  const { values, set } = filters;
  useShortcuts(
    useMemo(
      () => [
        {
          keys: '/',
          label: t('applicants.shortcut.search'),
          group: t('applicants.title'),
          onTrigger: () => input.current?.focus(),
        },
      ],
      [t],
    ),
  );
  return (
    <FilterBar activeCount={filters.activeCount} onClear={filters.clear}>
      <SearchField
        label={t('applicants.search')}
        value={values.search}
        onChange={(search) => set({ search })}
        inputRef={input}
      />
      <FilterChoice
        label={t('applicants.filter.phase')}
        options={choices?.phases ?? []}
        value={values.phase}
        onChange={(phase) => set({ phase })}
      />
      <FilterChoice
        label={t('applicants.filter.status')}
        options={choices?.statuses ?? []}
        value={values.status}
        onChange={(status) => set({ status })}
      />
      <FilterChoice
        label={t('applicants.filter.waitingOn')}
        options={parties.map((value) => ({ value, label: frame(`party.${value}`) }))}
        value={values.waitingOn}
        onChange={(waitingOn) => set({ waitingOn })}
      />
      <FilterChoice
        label={t('applicants.filter.posting')}
        options={choices?.postings ?? []}
        value={values.posting}
        onChange={(posting) => set({ posting })}
      />
      <FilterChoice
        label={t('applicants.filter.owner')}
        options={choices?.owners ?? []}
        value={values.owner}
        onChange={(owner) => set({ owner })}
      />
    </FilterBar>
  );
}
