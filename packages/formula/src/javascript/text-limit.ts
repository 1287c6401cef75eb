import { FormulaFault } from './formula-error.js';

/** The longest text a formula may build, in characters: that of a long text area. */
const maxTextLength = 131_072;

/** The text itself, unless it has grown too long. */
export function boundedText(text: string): string {
  checkTextLength(text.length);
  return text;
}

/** To be asked before a text of `length` characters is built. */
export function checkTextLength(length: number): void {
  if (length > maxTextLength) {
    throw new FormulaFault('TooBig', `The text is longer than ${maxTextLength} characters.`);
  }
}
