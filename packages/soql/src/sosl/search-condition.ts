import { spellingsOf } from '@muster/kernel';
import { columnName, type FieldDef, fieldType, isSearchedText, type ObjectDef } from '@muster/metadata';
import { and, binary, call, column, type Expr, FALSE, not, or, param } from '@muster/sql';
import type { SearchExpression, SearchGroup, SearchPhrase, SearchWord } from './ast.js';

/** Characters words are made of; the rest separates words. As a class of PostgreSQL's regular expressions. */
export const LETTER =
  '[0-9A-Za-z\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u00c0-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3040-\\ud7ff\\uf900-\\ufdff\\ufe70-\\uffef\\U00010000-\\U0010ffff]';
const BREAK = LETTER.replace('[', '[^');

/** Accents that stand as characters of their own behind their letter. */
const ACCENTS = '[\\u0300-\\u036f]*';

/** The fields of an object a group stands for. */
export function searchedFields(object: ObjectDef, group: SearchGroup): readonly FieldDef[] {
  const isOfType = (field: FieldDef, type: string) => fieldType(field).describeType === type;
  switch (group) {
    case 'ALL':
      return object.fields.filter(isSearchedText);
    case 'NAME':
      return object.fields.filter(
        (field) =>
          isSearchedText(field) && (field.name === object.nameField || field.compoundFieldName === 'Name'),
      );
    case 'EMAIL':
      return object.fields.filter((field) => isOfType(field, 'email'));
    case 'PHONE':
      return object.fields.filter((field) => isOfType(field, 'phone'));
  }
}

/**
 * Whether a row of `alias` contains what is searched for, in these fields: each phrase within one field, phrases of
 * one AND in whichever fields.
 */
export function searchCondition(
  expression: SearchExpression,
  fields: readonly FieldDef[],
  alias: string,
): Expr {
  switch (expression.kind) {
    case 'SearchPhrase':
      return phraseCondition(expression, fields, alias);
    case 'SearchAnd':
      return and(...expression.operands.map((operand) => searchCondition(operand, fields, alias))) as Expr;
    case 'SearchOr':
      return or(...expression.operands.map((operand) => searchCondition(operand, fields, alias))) as Expr;
    case 'SearchAndNot':
      return and(
        searchCondition(expression.left, fields, alias),
        not(call('coalesce', searchCondition(expression.right, fields, alias), FALSE)),
      ) as Expr;
  }
}

function phraseCondition(phrase: SearchPhrase, fields: readonly FieldDef[], alias: string): Expr {
  const pattern = param(phrasePattern(phrase), 'text');
  return or(...fields.map((field) => binary('~', column(alias, columnName(field)), pattern))) ?? FALSE;
}

/**
 * The phrase as a regular expression over whole words. Every letter stands for all its spellings: that lets PostgreSQL
 * read each text once, as it is stored, which is many times faster than folding it first.
 */
export function phrasePattern({ words }: SearchPhrase): string {
  return `(^|${BREAK})${words.map(wordPattern).join(`${BREAK}+`)}($|${BREAK})`;
}

/** A word as a regular expression without anchors. */
export function wordPattern(word: SearchWord): string {
  return word
    .map((piece) => {
      if (piece.kind === 'Text') return [...piece.text].map(letterPattern).join('');
      return piece.kind === 'Any' ? `${LETTER}*` : LETTER;
    })
    .join('');
}

function letterPattern(letter: string): string {
  const all = spellingsOf(letter);
  return `${all.length === 1 ? letter : `[${all.join('')}]`}${ACCENTS}`;
}

/** Records whose name contains it come before those that contain it elsewhere. */
export function nameFirst(
  expression: SearchExpression,
  object: ObjectDef,
  canRead: (field: FieldDef) => boolean,
  alias: string,
): Expr {
  const names = searchedFields(object, 'NAME').filter(canRead);
  if (names.length === 0) return param(1, 'integer');
  const inName = searchCondition(expression, names, alias);
  return {
    kind: 'CaseWhen',
    branches: [{ when: inName, value: param(0, 'integer') }],
    otherwise: param(1, 'integer'),
  };
}
