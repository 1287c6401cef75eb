/** One choice of a list: what is stored, what is shown, and a line that explains it. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}
