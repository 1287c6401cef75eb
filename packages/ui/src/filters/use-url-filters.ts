import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { countActive, type FilterSpec, type FilterValues, readFilters, writeFilters } from './filter-spec.js';

export interface UrlFilters<Spec extends FilterSpec> {
  readonly values: FilterValues<Spec>;
  readonly set: (change: Partial<FilterValues<Spec>>) => void;
  readonly clear: () => void;
  readonly activeCount: number;
  /** "?phase=exam" for a link to the same list with some filters changed. */
  readonly href: (change: Partial<FilterValues<Spec>>) => string;
}

/** Filters that live in the address, so that a view can be sent to a colleague. `spec` must be a constant. */
export function useUrlFilters<Spec extends FilterSpec>(spec: Spec): UrlFilters<Spec> {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const initial = Object.fromEntries(
      Object.entries(spec).map(([name, filter]) => [name, filter.initial]),
    ) as FilterValues<Spec>;
    return {
      values: readFilters(spec, params),
      set: (change) =>
        setParams((latest) => writeFilters(spec, latest, change), {
          replace: Object.keys(change).every((name) => spec[name]?.isTyped),
          preventScrollReset: true,
        }),
      clear: () => setParams((latest) => writeFilters(spec, latest, initial), { preventScrollReset: true }),
      activeCount: countActive(spec, params),
      href: (change) => `?${writeFilters(spec, params, change)}`,
    };
  }, [spec, params, setParams]);
}
