/** How one filter lives in the address: read from its parameter's values, written back, unset when it equals `initial`. */
export interface Filter<Value> {
  readonly initial: Value;
  read(texts: readonly string[]): Value;
  write(value: Value): readonly string[];
  /** Typing replaces the history entry; choosing adds one. */
  readonly isTyped: boolean;
  /** Goes back to `initial` when another filter changes: a page number. */
  readonly isPosition: boolean;
}

export type FilterSpec = Readonly<Record<string, Filter<unknown>>>;

/** The values of a spec's filters. */
export type FilterValues<Spec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Filter<infer Value> ? Value : never;
};

const base = { isTyped: false, isPosition: false } as const;

/** Free text; '' when absent. */
export function textFilter(): Filter<string> {
  return {
    ...base,
    isTyped: true,
    initial: '',
    read: ([text]) => text ?? '',
    write: (value) => (value === '' ? [] : [value]),
  };
}

/** One of `options`, or null; anything else in the address counts as null. */
export function choiceFilter<Option extends string>(options: readonly Option[]): Filter<Option | null> {
  return {
    ...base,
    initial: null,
    read: ([text]) => options.find((option) => option === text) ?? null,
    write: (value) => (value === null ? [] : [value]),
  };
}

/** One of `options`, and `fallback` when the address says nothing that is allowed: a tab, a sort order. */
export function modeFilter<Option extends string>(
  options: readonly Option[],
  fallback: Option,
): Filter<Option> {
  return {
    ...base,
    initial: fallback,
    read: ([text]) => options.find((option) => option === text) ?? fallback,
    write: (value) => (value === fallback ? [] : [value]),
  };
}

/** Any id or name, or null: for choices that only the server knows. */
export function idFilter(): Filter<string | null> {
  return {
    ...base,
    initial: null,
    read: ([text]) => (text === undefined || text === '' ? null : text),
    write: (value) => (value === null ? [] : [value]),
  };
}

/** Several values of one parameter, in the order given, none twice. */
export function listFilter(): Filter<readonly string[]> {
  return {
    ...base,
    initial: [],
    read: (texts) => [...new Set(texts.filter((text) => text !== ''))],
    write: (value) => value,
  };
}

/** On when the parameter is "1". */
export function flagFilter(): Filter<boolean> {
  return {
    ...base,
    initial: false,
    read: ([text]) => text === '1',
    write: (value) => (value ? ['1'] : []),
  };
}

/** A page number from 1; it goes back to 1 when another filter changes. */
export function pageFilter(): Filter<number> {
  return {
    ...base,
    isPosition: true,
    initial: 1,
    read: ([text]) => (text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1),
    write: (value) => (value === 1 ? [] : [String(value)]),
  };
}

/** The filters' values in an address. */
export function readFilters<Spec extends FilterSpec>(
  spec: Spec,
  params: URLSearchParams,
): FilterValues<Spec> {
  const entries = Object.entries(spec).map(([name, filter]) => [name, filter.read(params.getAll(name))]);
  return Object.fromEntries(entries) as FilterValues<Spec>;
}

/** The address with some filters changed. Parameters that belong to no filter stay as they are. */
export function writeFilters<Spec extends FilterSpec>(
  spec: Spec,
  params: URLSearchParams,
  change: Partial<FilterValues<Spec>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const narrows = Object.keys(change).some((name) => spec[name]?.isPosition === false);
  for (const [name, filter] of Object.entries(spec)) {
    const isChanged = Object.hasOwn(change, name);
    if (!isChanged && !(narrows && filter.isPosition)) continue;
    next.delete(name);
    if (!isChanged) continue;
    for (const text of filter.write(change[name])) next.append(name, text);
  }
  return next;
}

/** How many filters narrow the list: those that differ from their initial value, positions left out. */
export function countActive(spec: FilterSpec, params: URLSearchParams): number {
  return Object.entries(spec).filter(
    ([name, filter]) => !filter.isPosition && filter.write(filter.read(params.getAll(name))).length > 0,
  ).length;
}
