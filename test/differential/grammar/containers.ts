import type { Container, Table } from "./pieces.ts";

/** Where the requested scope is kept. `Kept` stands for its type, `$server` for the server's address. */
export const CONTAINERS: Table<Container> = {
  field: {
    fields: ["private requested: Kept;"],
    write: (value) => `this.requested = ${value};`,
    read: "this.requested",
  },
  "private name": {
    fields: ["#requested: Kept;"],
    write: (value) => `this.#requested = ${value};`,
    read: "this.#requested",
  },
  "property of a record": {
    fields: ["private readonly state: { requested?: Kept } = {};"],
    write: (value) => `this.state.requested = ${value};`,
    read: "this.state.requested",
  },
  accessors: {
    fields: ["private asked: Kept;"],
    members: [
      "private get requested(): Kept {\nreturn this.asked;\n}\nprivate set requested(value: Kept) {\nthis.asked = value;\n}",
    ],
    write: (value) => `this.requested = ${value};`,
    read: "this.requested",
  },
  "entry of a map": {
    fields: ["private readonly requested = new Map<string, Kept>();"],
    write: (value) => `this.requested.set($server.href, ${value});`,
    read: "this.requested.get($server.href)",
  },
  "entry of a record": {
    fields: ["private readonly requested: Record<string, Kept> = {};"],
    write: (value) => `this.requested[$server.href] = ${value};`,
    read: "this.requested[$server.href]",
  },
  "variable of the module": {
    module: "let requested: Kept;",
    write: (value) => `requested = ${value};`,
    read: "requested",
  },
  "record of the module": {
    module: "const state: { requested?: Kept } = {};",
    write: (value) => `state.requested = ${value};`,
    read: "state.requested",
  },
  "record of the module, by server": {
    module: "const requested: Record<string, Kept> = {};",
    write: (value) => `requested[$server.href] = ${value};`,
    read: "requested[$server.href]",
  },
  "static field": {
    fields: ["private static requested: Kept;"],
    write: (value) => `Client.requested = ${value};`,
    read: "Client.requested",
  },
};

/** The container that is none: the challenged scope is an argument of the authorization alone. */
export const NO_CONTAINER = "argument only";
