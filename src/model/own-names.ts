/** What a function, class or type of a code base may be declared to be. */
export const ROLES = {
  authorization: "functions that ask the authorization server for the scope that they are given",
  "challenge-parser": "functions that read a challenge, and give its scope as `scope`, as the SDK's parser does",
  provider: "types and classes of OAuth client providers: `tokens()` gives the stored tokens",
  "union-helper": "functions that give the union of the scopes that they are given",
} as const;

export type Role = keyof typeof ROLES;

/** An export of a module of the user's, and what it is. Plain data, so that it can go to another thread. */
export interface OwnName {
  readonly role: Role;
  /** A package or an alias as imports name it, or the absolute path of a file, with or without its extension. */
  readonly module: string;
  /** The exported name; `default` for the default export. */
  readonly export: string;
}
