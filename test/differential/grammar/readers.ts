import type { Challenge, Container, Piece, Table } from "./pieces.ts";

/** Something else that reads the requested scope: before the authorization, and after it. */
export interface Reader extends Piece {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** What else reads the requested scope. */
export const READERS: Table<(challenge: Challenge, container: Container) => Reader> = {
  none: () => ({}),
  log: (_, { read }) => ({ before: [`console.info(\`asking for \${${read}}\`);`] }),
  "key of a map": ({ scope }, { read }) => ({
    fields: ["private readonly consents = new Map<unknown, string>();"],
    before: [`this.consents.set(${scope}, "asked");`],
    after: [`if (!this.consents.has(${read})) throw new Error("nobody was asked");`],
  }),
};
