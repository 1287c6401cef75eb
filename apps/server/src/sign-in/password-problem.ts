const SHORTEST = 12;
const LONGEST = 128;
const FEWEST_DIFFERENT = 5;

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common' | 'too_personal';

/** Words that long passwords people reuse are built from. Each list of leaked passwords begins with them. */
const COMMON_WORDS =
  'password passwort contrasena welcome bienvenido letmein iloveyou teamo admin administrator qwerty qwertyuiop qwertz ' +
  'asdfgh asdfghjkl zxcvbn zxcvbnm abc abcd abcdef abcdefgh monkey dragon master sunshine princess football baseball ' +
  'futbol superman batman shadow michael jennifer trustno secret secreto login access hello hola summer winter spring ' +
  'autumn verano invierno muster police policia border officer recruit starwars whatever freedom liberty america the ' +
  'my is a me you';

const words = COMMON_WORDS.split(' ').sort((a, b) => b.length - a.length);
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '@': 'a',
  '!': 'i',
};

/**
 * What is wrong with a new password, or undefined. There is no rule on kinds of characters (NIST SP 800-63B, 3.1.1.2):
 * length, and nothing that is guessed first.
 */
export function passwordProblem(
  password: string,
  person: { readonly email: string; readonly names: readonly string[] },
): PasswordProblem | undefined {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < SHORTEST) return 'too_short';
  if (characters.length > LONGEST) return 'too_long';
  const folded = characters.join('').toLowerCase();
  if (isCommon(folded)) return 'too_common';
  const own = [person.email.split('@')[0] ?? '', ...person.names].map((text) => text.toLowerCase());
  const rest = own
    .filter((text) => text.length > 2)
    .reduce((left, text) => left.replaceAll(text, ''), folded);
  return letters(rest).length < SHORTEST / 2 && rest !== folded ? 'too_personal' : undefined;
}

function isCommon(folded: string): boolean {
  if (new Set(folded).size < FEWEST_DIFFERENT || isRun(folded)) return true;
  const plain = folded.normalize('NFD').replace(/\p{M}/gu, '');
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [letters(plain), letters(undoSubstitutes(core))].some((text) => withoutWords(text) === '');
}

/** Characters that each follow the one before in the alphabet, forwards or backwards. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, i) => character.charCodeAt(0) - text.charCodeAt(i));
  const follows = (step: number) => Math.abs(step) <= 1;
  return steps.filter(follows).length >= text.length - 3;
}

function withoutWords(text: string): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), text);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

function undoSubstitutes(text: string): string {
  return [...text].map((character) => SUBSTITUTES[character] ?? character).join('');
}
