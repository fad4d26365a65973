import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import type { Doubt } from "../../src/model/site.ts";

const STEP_UP = "this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope });";

/** A client with some methods, each of which gets the challenge's error code and its scope. */
const client = (methods: string, before = "") =>
  `import { auth } from "@modelcontextprotocol/sdk/client/auth.js";\n${before}\nexport class Client { ${methods} }\n`;

const CASES: Readonly<Record<string, readonly [Doubt, string]>> = {
  "a case of two error codes": [
    "other-causes",
    client(`async on({ error, scope }) { switch (error) {
      case "invalid_token": case "insufficient_scope": ${STEP_UP} } }`),
  ],
  "one of two causes": [
    "other-causes",
    client(`async on({ error, scope }, forced) { if (forced || error === "insufficient_scope") { ${STEP_UP} } }`),
  ],
  "a code that stands in for none": [
    "supplied-code",
    client(`async on({ error = "insufficient_scope", scope }) { if (error === "insufficient_scope") { ${STEP_UP} } }`),
  ],
  "a constant of another file": [
    "unresolved-constant",
    client(
      `async on({ error, scope }) { if (error === INSUFFICIENT_SCOPE) { ${STEP_UP} } }`,
      'import { INSUFFICIENT_SCOPE } from "./codes.js";',
    ),
  ],
  "a constant that another file may change": [
    "unresolved-constant",
    client(
      `async on({ error, scope }) { if (error === CODES.missing) { ${STEP_UP} } }`,
      'export const CODES = { missing: "insufficient_scope" };',
    ),
  ],
  "a kind of answer that another file may change": [
    "other-causes",
    client(
      `async on({ error, scope }) { if (kindOf(error) === KINDS.stepUp) { ${STEP_UP} } }`,
      `export const KINDS = { stepUp: "step-up", none: "none" };
       const kindOf = (code) => (code === "insufficient_scope" ? KINDS.stepUp : KINDS.none);`,
    ),
  ],
  "a flag that is set by another name": [
    "other-causes",
    client(`async on({ error, scope }, response) { const flags = { needed: error === "insufficient_scope" };
      const same = flags; if (response.status === 401) same.needed = true; if (flags.needed) { ${STEP_UP} } }`),
  ],
  "a flag of a record that code which is not read is given": [
    "other-causes",
    client(
      `async on({ error, scope }) { const flags = { needed: error === "insufficient_scope" };
       fill(flags); if (flags.needed) { ${STEP_UP} } }`,
      'import { fill } from "./fill.js";',
    ),
  ],
  "a predicate that tests a constant of another file": [
    "unresolved-constant",
    client(
      `async on({ error, scope }) { if (isMeant(error)) { ${STEP_UP} } }`,
      'import { INSUFFICIENT_SCOPE } from "./codes.js";\nconst isMeant = (code) => code === INSUFFICIENT_SCOPE;',
    ),
  ],
  "a private method, all of whose callers test a constant of another file": [
    "unresolved-constant",
    client(
      `async on({ error, scope }) { if (error === INSUFFICIENT_SCOPE) await this.#stepUp(scope); }
       async #stepUp(scope) { ${STEP_UP} }`,
      'import { INSUFFICIENT_SCOPE } from "./codes.js";',
    ),
  ],
  "a class of errors whose code may be another": [
    "escaping-error",
    client(
      `async on(error) { if (error instanceof Refused) {
       this.scope = error.scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); } }`,
      `class Refused extends Error { constructor(scope, code) {
       super("refused"); this.scope = scope; this.code = "insufficient_scope"; if (code) this.code = code; } }`,
    ),
  ],
  "a public method": [
    "escaping-function",
    client(`async on({ error, scope }) { if (error === "insufficient_scope") await this.stepUp(scope); }
            async stepUp(scope) { ${STEP_UP} }`),
  ],
};

test.each(Object.entries(CASES))("the doubt about %s is told", (_, [doubt, source]) => {
  const { sites } = analyze(source, "src/client.mjs");
  expect(sites.map(({ rule, reasons }) => [rule, reasons.doubt])).toEqual([["unproven-step-up", doubt]]);
});

test("a limit that compares scopes, and so never ends, is told before what else reads the sink", () => {
  const source = client(
    `async on({ error, scope }) { if (error === "insufficient_scope") {
     if (same(scope) === same(this.scope)) throw new Error("no progress"); ${STEP_UP} } }`,
    'const same = (scope = "") => scope.split(" ").sort().join(" ");',
  );
  const { sites } = analyze(source, "src/client.mjs");
  expect(sites.map(({ rule, reasons }) => [rule, reasons.doubt])).toEqual([["unfit-sink", "compared-scope"]]);
  expect(sites[0]?.proof?.filter(({ answer }) => answer !== "met").map(({ obligation }) => obligation)).toEqual([
    "limits-end",
    "no-other-reader",
  ]);
});
