import type { FormulaType } from './formula-type.js';

/**
 * A formula whose every part has a type and whose every call and operator names the operation it stands for: what
 * the back ends start from. Plain JSON.
 */
export type CheckedExpression =
  | {
      readonly kind: 'Constant';
      readonly type: FormulaType;
      /** A number as its digits. */
      readonly value: string | boolean | null;
    }
  | { readonly kind: 'Field'; readonly type: FormulaType; readonly path: string }
  | {
      readonly kind: 'Operation';
      readonly type: FormulaType;
      /** As `signatureOf` spells it. */
      readonly signature: string;
      readonly args: readonly CheckedExpression[];
    };
