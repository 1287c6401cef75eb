import type { Load } from '@muster/client';
import type { BadgeTone } from '@muster/ui';
import type { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';

type Text = ReturnType<typeof useSetupImportText>;

/** What a load does, in words: "Dry run: Add Account". */
export function loadWords(t: Text, load: Pick<Load, 'operation' | 'object' | 'checkOnly'>): string {
  const what = t(`what.${load.operation}`, { object: load.object });
  return load.checkOnly === true ? t('what.dry', { what }) : what;
}

/** The state of a load and the colour it has. */
export function stateWords(t: Text, load: Load): { readonly text: string; readonly tone: BadgeTone } {
  if (load.undoneBy !== undefined) return { text: t('state.undone'), tone: 'neutral' };
  return { text: t(`state.${load.state}`), tone: tones[load.state] };
}

const tones: Readonly<Record<Load['state'], BadgeTone>> = {
  Open: 'neutral',
  UploadComplete: 'waiting',
  InProgress: 'info',
  JobComplete: 'success',
  Aborted: 'warning',
  Failed: 'danger',
};

const known = new Set([
  'REQUIRED_FIELD_MISSING',
  'STRING_TOO_LONG',
  'JSON_PARSER_ERROR',
  'INVALID_TYPE_ON_FIELD_IN_RECORD',
  'NUMBER_OUTSIDE_VALID_RANGE',
  'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  'INVALID_EMAIL_ADDRESS',
  'INVALID_FIELD',
  'INVALID_CROSS_REFERENCE_KEY',
  'MALFORMED_ID',
  'DUPLICATE_VALUE',
  'DUPLICATE_EXTERNAL_ID',
  'INVALIDBATCH',
  'ENTITY_IS_DELETED',
  'PRECONDITION_FAILED',
  'INSUFFICIENT_ACCESS_OR_READONLY',
] as const);
type KnownCode = typeof known extends Set<infer Code> ? Code : never;

/** Why a row was refused, in the reader's language. */
export function problemWords(t: Text, statusCode: string): string {
  const code = [...known].find((each): each is KnownCode => each === statusCode);
  return t(code === undefined ? 'problem.other' : `problem.${code}`);
}
