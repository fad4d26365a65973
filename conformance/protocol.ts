/** What the command and the client that the suite starts say to each other. Imports nothing. */

/** Names the environment variable with the URLs of the modules under test, as a JSON array. */
export const SUBJECT_VARIABLE = "STEP_UP_UNION_SUBJECT_MODULES";

/** When the client gives up, in milliseconds: before the suite does, so that no process is left behind. */
export const CLIENT_DEADLINE = 15_000;

/** How the client's requests ended. */
export interface ClientOutcome {
  readonly kind: "completed" | "stopped";
  /** The scope of each authorization request, in order; `null` where it named none. */
  readonly requestedScopes: readonly (string | null)[];
  /** Why it stopped. */
  readonly error?: string;
}
