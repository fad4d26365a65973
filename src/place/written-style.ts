/** What configuration files say of the style of a file. */
export interface WrittenStyle {
  /** One level of indentation. */
  readonly indent?: string;
  readonly quote?: "'" | '"';
  readonly semicolons?: boolean;
  /** How long a line may be, in columns. */
  readonly width?: number;
  /** Whether a comma follows the last argument of a call that is broken into lines. */
  readonly lastCommas?: boolean;
}
