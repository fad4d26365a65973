/** The change of one file. */
export interface FileChange {
  /** Its path from the working folder, with slashes. */
  readonly file: string;
  /** Absent for a new file. */
  readonly before?: string;
  readonly after: string;
}
