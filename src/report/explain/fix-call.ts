/** How `fix` is called so that it finds the same sites. */
export interface FixCall {
  /** What runs this tool: `npx step-up-union`. */
  readonly tool: string;
  /** Options, as words of a shell. */
  readonly options: readonly string[];
}

/** In a project that has this tool as a dependency. */
export const BY_NPX: FixCall = { tool: "npx step-up-union", options: [] };
