/**
 * Something that may not be. `code` and `values` are for message catalogues and programs, `message` says the same
 * in English; `at` is where in the input, such as `steps.exam.retake`, or empty.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly at: string;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}
