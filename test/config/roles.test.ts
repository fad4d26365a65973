import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { factsOfNames } from "../../src/config/roles.ts";
import type { OwnName } from "../../src/model/own-names.ts";

const NAMES: readonly OwnName[] = [
  { role: "authorization", module: "@acme/oauth", export: "requestAccess" },
  { role: "provider", module: "/app/src/session", export: "SessionStore" },
  { role: "provider", module: "/app/src/session.ts", export: "session" },
  { role: "union-helper", module: "@/scopes", export: "prefer" },
  { role: "challenge-parser", module: "@acme/oauth", export: "default" },
];

const handler = (imports: string, body: string, parse = "parse") => `${imports}
export class Client {
  scope?: string;
  constructor(private readonly store: SessionStore) {}
  async onForbidden(response: Response) {
    const challenge = ${parse}(response);
    if (challenge.error === "insufficient_scope") {
      ${body}
    }
  }
}
`;

const ACCESS = 'import { requestAccess } from "@acme/oauth";';
const STORE = 'import { SessionStore } from "./session.js";';
const KEPT = "this.scope = challenge.scope; await requestAccess(this.store, { scope: this.scope });";

/** What is found by the text alone, and with the names. */
function verdicts(source: string, path = "/app/src/client.ts"): (string | undefined)[] {
  const verdict = (facts: ReturnType<typeof factsOfNames>) =>
    analyze(source, path, {}, facts)
      .sites.map((site) => `${site.verdict} ${site.rule}`)
      .join(", ");
  return [verdict(undefined), verdict(factsOfNames(NAMES, path))];
}

describe("names of a code base", () => {
  test("make a provider: its tokens are read", () => {
    const source = handler(`${ACCESS}\n${STORE}`, KEPT);
    expect(verdicts(source)).toEqual(["review unproven-step-up", "rewrite replaced-scope"]);
    const { text } = analyze(source, "/app/src/client.ts", {}, factsOfNames(NAMES, "/app/src/client.ts"));
    expect(text).toContain("const tokens = await this.store.tokens();");
    const constant = handler(
      `${ACCESS}\nimport { session } from "../src/session";`,
      KEPT.replace("this.store", "session"),
    );
    expect(verdicts(constant)).toEqual(["review unproven-step-up", "rewrite replaced-scope"]);
  });

  test("make a call an authorization: what it is given is asked for", () => {
    const source = handler(ACCESS, "await requestAccess(this.context, { scope: challenge.scope });");
    expect(verdicts(source)).toEqual(["review scope-side-channel", "review unfit-sink"]);
  });

  test("make a union of what a name says picks one", () => {
    const source = handler(
      `${ACCESS}\nimport { prefer } from "@/scopes";`,
      "this.scope = prefer(this.scope, challenge.scope); await requestAccess(this.store, { scope: this.scope });",
    );
    const [alone, named] = verdicts(source);
    expect(alone).toMatch(/^review /);
    expect(named).toBe("already-union union-kept");
  });

  test("make a parser whose record carries the scope", () => {
    const source = handler(
      `${ACCESS}\nimport read from "@acme/oauth";`,
      "this.last = challenge; await requestAccess(this.store, { scope: this.last.scope });",
      "read",
    );
    expect(verdicts(source)).toEqual(["", "review scope-side-channel"]);
  });

  test("are of their module alone, wherever it is imported from", () => {
    const elsewhere = handler(`${ACCESS}\n${STORE.replace("./session.js", "./other/session.js")}`, KEPT);
    // The call alone is known by its name: the union has no granted part.
    const grantedIn = (source: string) =>
      analyze(source, "/app/src/client.ts", {}, factsOfNames(NAMES, "/app/src/client.ts")).sites.map(
        ({ reasons }) => reasons.granted?.kind,
      );
    expect(grantedIn(elsewhere)).toEqual(["none"]);
    const declared = handler(`${ACCESS}\nclass SessionStore {}`, KEPT);
    expect(grantedIn(declared)).toEqual(["none"]);
    const index = { role: "provider", module: "/app/src/lib", export: "SessionStore" } as const;
    for (const [specifier, path] of [
      [".", "/app/src/lib/client.ts"],
      ["./", "/app/src/lib/client.ts"],
      ["..", "/app/src/lib/deep/client.ts"],
    ] as const) {
      const source = handler(`import { SessionStore } from "${specifier}";`, KEPT.replace("requestAccess", "ask"));
      const { sites } = analyze(source, path, {}, factsOfNames([index], path));
      expect(sites.map(({ reasons }) => reasons.granted?.kind)).toEqual(["provider"]);
    }
    const below = handler(`${ACCESS}\n${STORE.replace("./session.js", "../session")}`, KEPT);
    expect(verdicts(below, "/app/src/deep/client.ts")[1]).toBe("rewrite replaced-scope");
  });
});
