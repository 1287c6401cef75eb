import type { DescribedObject, Load, LoadInput, LoadMapping } from '@muster/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';
import { soqlText } from './soql-text.js';

/** Milliseconds between two looks at a load that is worked on. */
const LOOK_EVERY = 1_000;

/** Rows that were refused, as a page shows them. */
export const SHOWN_ERRORS = 50;

/** Whether a load is still worked on. */
export function isUnderWay({ state }: Pick<Load, 'state'>): boolean {
  return state === 'UploadComplete' || state === 'InProgress';
}

/** The loads of everybody, newest first, looked at again while one is worked on. */
export function useLoads() {
  const { loads } = useClient();
  return useQuery({
    queryKey: keys.setupLoads,
    queryFn: () => loads.list(),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_EVERY * 3 : false),
  });
}

/** One load, looked at again while it is worked on. */
export function useLoad(id: string) {
  const { loads } = useClient();
  return useQuery({
    queryKey: keys.setupLoad(id),
    queryFn: () => loads.load(id),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? LOOK_EVERY : false),
  });
}

/** The first rows a load refused, as far as it is. */
export function useLoadErrors({ id, numberRecordsFailed }: Load) {
  const { loads } = useClient();
  return useQuery({
    queryKey: [...keys.setupLoadErrors(id), numberRecordsFailed],
    queryFn: () => loads.errors(id, SHOWN_ERRORS),
    enabled: numberRecordsFailed > 0,
    placeholderData: (before) => before,
  });
}

/** Names of users by id. */
export function useUserNames(ids: readonly string[]) {
  const { data } = useClient();
  const wanted = [...new Set(ids)].sort();
  return useQuery({
    queryKey: keys.setupUserNames(wanted),
    queryFn: async () => {
      const list = wanted.map(soqlText).join(', ');
      const rows = await data.rows<{ Id: string; Name: string }>(
        `SELECT Id, Name FROM User WHERE Id IN (${list})`,
      );
      return new Map(rows.map(({ Id, Name }) => [Id, Name]));
    },
    enabled: wanted.length > 0,
    staleTime: 60_000,
  });
}

/** The objects whose records can be loaded, by label. */
export function useLoadableObjects() {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupLoadable,
    queryFn: async () => {
      const objects = await data.objects();
      return objects.filter(({ createable }) => createable).sort((a, b) => a.label.localeCompare(b.label));
    },
    staleTime: 60_000,
  });
}

/** What an object is made of, with the objects its lookups point at. */
export interface ObjectWithParents {
  readonly object: DescribedObject;
  readonly parents: ReadonlyMap<string, DescribedObject>;
}

export function useObjectWithParents(name: string | null) {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupLoadObject(name ?? ''),
    queryFn: async (): Promise<ObjectWithParents> => {
      const object = await data.describe(name ?? '');
      const names = new Set(
        object.fields.filter(({ createable }) => createable).flatMap(({ referenceTo }) => referenceTo),
      );
      const parents = await Promise.all(
        [...names].map((parent) => data.describe(parent).catch(() => undefined)),
      );
      const known = parents.filter((parent) => parent !== undefined);
      return { object, parents: new Map(known.map((parent) => [parent.name, parent])) };
    },
    enabled: name !== null,
    staleTime: 60_000,
  });
}

export function useMappings(object: string) {
  const { loads } = useClient();
  return useQuery({ queryKey: keys.setupMappings(object), queryFn: () => loads.mappings(object) });
}

/** Keeps a mapping by name, over one that had the name. */
export function useKeepMapping(object: string) {
  const { loads } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, mapping }: { readonly name: string; readonly mapping: LoadMapping }) =>
      loads.keepMapping(object, name, mapping),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.setupMappings(object) }),
  });
}

export interface NewLoad {
  readonly input: LoadInput;
  readonly file: File;
  readonly charset: string;
}

/** Starts and ends loads. */
export function useLoadChanges() {
  const { loads } = useClient();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.setupLoads });
  return {
    /** Sends a file and begins its dry run. */
    start: useMutation({
      mutationFn: async ({ input, file, charset }: NewLoad): Promise<string> => {
        const { id } = await loads.create(input);
        await loads.upload(id, file, charset);
        await loads.begin(id);
        return id;
      },
      onSettled,
    }),
    /** Loads the file of a dry run. */
    loadChecked: useMutation({
      mutationFn: async (dry: Load): Promise<string> => {
        const { id } = await loads.create(loadAfter(dry));
        await loads.begin(id);
        return id;
      },
      onSettled,
    }),
    undo: useMutation({ mutationFn: (id: string) => loads.undo(id), onSettled }),
    abort: useMutation({ mutationFn: (id: string) => loads.abort(id), onSettled }),
  };
}

/** The load a dry run was for. */
function loadAfter(dry: Load): LoadInput {
  const { object, operation, externalIdFieldName, columnDelimiter, lineEnding, quote, columns } = dry;
  if (operation === 'undo' || operation === 'hardDelete')
    throw new Error(`There is no dry run of ${operation}`);
  const { dateOrder, decimalSeparator, timeZone, fileName, id } = dry;
  const all = {
    object,
    operation,
    externalIdFieldName,
    columnDelimiter,
    lineEnding,
    quote,
    columns,
    dateOrder,
    decimalSeparator,
    timeZone,
    fileName,
    contentOf: id,
    expectedRows: dry.numberRecordsProcessed,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as LoadInput;
}
