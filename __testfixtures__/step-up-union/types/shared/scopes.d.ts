/** One of the scopes that the server has. */
export type Scope = "read" | "admin";

export interface Settings {
  scope?: string;
}
