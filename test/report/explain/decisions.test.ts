import { describe, expect, test } from "vitest";
import type { Doubt, Evidence, NoTokens, Site } from "../../../src/model/site.ts";
import { decisionsOf } from "../../../src/report/explain/decisions.ts";
import { DECISIONS } from "../../../src/rules/decisions.ts";
import { NO_TOKENS } from "../../../src/rules/no-tokens.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { discoverFixtures } from "../../fixtures/discover.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { excerpt, SITE, siteWith } from "./site.ts";

const review = (doubt: Doubt, more: Parameters<typeof siteWith>[0] = {}) =>
  siteWith({ rule: "unfit-sink", verdict: "review", ...more }, { doubt });
const said = (site: Site, file = "src/client.mjs"): Record<string, string>[] =>
  decisionsOf(site, file).map(({ question, answers }) => ({
    question: plain(question),
    ...Object.fromEntries(answers.map(({ answer, action }) => [answer, plain(action)])),
  }));

describe("a decision", () => {
  test("is asked of every doubt, with another thing to do on each answer", () => {
    for (const doubt of Object.keys(DECISIONS) as Doubt[]) {
      for (const edits of [undefined, review(doubt).edits]) {
        const [decision, ...others] = said(review(doubt, { edits })) as { question: string; yes: string; no: string }[];
        expect(others).toEqual([]);
        expect(decision?.question, doubt).toMatch(/\?$/);
        expect(decision?.yes, doubt).toMatch(/^[a-z].*[^.]$/);
        expect(decision?.no, doubt).toMatch(/^[a-z].*[^.]$/);
        expect(decision?.yes).not.toBe(decision?.no);
        if (!edits) expect(JSON.stringify(decision), doubt).not.toContain("suggested change");
      }
    }
  });

  test("names the comment that suppresses the site, and the command that fixes the file", () => {
    expect(said(review("unknown-sink"))).toEqual([
      {
        question: "Does `this._scope` become the scope of an authorization request?",
        yes: "apply the suggested change: `npx step-up-union fix --apply-suggestion src/client.mjs:10`",
        no: "suppress it with `// step-up-union-ignore-next-line unfit-sink -- <reason>` above line 10",
      },
    ]);
    expect(said(review("shared-handler"), "a b.mjs")).toEqual([
      {
        question: "May a 401 keep what `this._scope` held?",
        yes: "make the suggested change, with `unionScopes(tokens?.scope, this._scope, scope)` for both",
        no: "run `npx step-up-union fix --shared-handlers=guard 'a b.mjs'`: the union on a 403 alone",
      },
    ]);
  });

  test("says what to write where no change could be computed", () => {
    const bare = siteWith(
      { rule: "unfit-sink", verdict: "review", edits: undefined, helper: undefined },
      { doubt: "status-only", granted: undefined, previous: undefined },
    );
    expect(said(bare)[0]).toMatchObject({ yes: "write the granted, the previous and the challenged scope, joined" });
  });

  test("names the line that clears what would be joined, and what to take before it", () => {
    const proof = [
      { obligation: "still-there", answer: "refuted", evidence: [excerpt("this.tried = header")] },
    ] as const;
    const given = { edits: undefined, helper: undefined, proof };
    const bare = { granted: undefined, previous: undefined };
    const kept = siteWith({ rule: "unfit-sink", verdict: "review", ...given }, { doubt: "cleared-before", ...bare });
    expect(said(kept)[0]?.yes).toBe(
      "take the tokens' scope and `this._scope` into names before they are cleared (line 11), and join those here: `unionScopes(granted, previous, scope)`",
    );
    const passed = { ...kept, reasons: { ...kept.reasons, sink: { ...kept.reasons.sink, kind: "argument" as const } } };
    expect(said(passed)[0]?.yes).toBe(
      "take the tokens' scope into a name before it is cleared (line 11), and join that here: `unionScopes(granted, scope)`",
    );
  });

  test("asks where a scope that leaves the handler is joined, as far as its receiver is seen", () => {
    const handed = (more: object) =>
      said(siteWith({ verdict: "review", edits: undefined }, { doubt: "side-channel", ...more }))[0];
    expect(handed({})?.question).toBe(
      "Does the receiver of `this._scope` join the challenged scope with the granted one?",
    );
    expect(handed({ receiver: "kept" })?.question).toMatch(
      /^`this._scope` keeps the challenged scope\. Where it is read /,
    );
    expect(handed({ receiver: "kept" })?.no).toBe("join it with the granted scope and the one kept before");
    expect(handed({ receivedAt: [{ file: "src/a.ts", line: 3 }] })).toMatchObject({
      question:
        "Does the receiver of `this._scope`, by its name at `src/a.ts:3`, join the challenged scope with the granted one?",
      no: "join it there with the granted and the previous scope",
    });
    expect(handed({ receiver: "declared" })?.question).toContain("code of this file");
    expect(handed({ receiver: "caller" })?.question).toMatch(/^Do the callers that get /);
  });

  test("asks of a handler of 401 and 403 whether its 403 is a step-up, where no test of the error code says so", () => {
    const [status, code] = SITE.reasons.evidence;
    if (!status || !code) throw new Error("no evidence");
    const of = (evidence: readonly Evidence[]) =>
      said(siteWith({ verdict: "review" }, { doubt: "shared-handler", evidence })).map(({ question }) => question);
    expect(of([status, code])).toEqual(["May a 401 keep what `this._scope` held?"]);
    expect(of([status])).toEqual([
      "May a 401 keep what `this._scope` held?",
      "Does every 403 that comes here carry the error code insufficient_scope?",
    ]);
    const [, second] = said(siteWith({ verdict: "review" }, { doubt: "shared-handler", evidence: [status] }));
    // What is left to decide keeps it from being changed.
    expect(second).toMatchObject({ yes: "do as answered above", no: "test the error code of a 403 here first" });
    const [alone] = said(siteWith({ verdict: "review" }, { doubt: "status-only", evidence: [status] }));
    expect(alone?.no).toBe("test the error code here first; `fix` then makes the change");
  });

  test("does not promise of a chain of choices that its suggestion joins them all", () => {
    const chain = siteWith({ verdict: "review" }, { doubt: "precedence" });
    expect(said(chain)).toEqual([
      {
        question: "Are the other choices for `this._scope` meant for a challenge that names no scope?",
        yes: "apply the suggested change: `npx step-up-union fix --apply-suggestion src/client.mjs:10`",
        no: "make the suggested change, and join the other choices within `unionScopes(tokens?.scope, this._scope, scope)`",
      },
    ]);
  });

  test("never joins the challenged scope with nothing", () => {
    const alone = siteWith(
      { verdict: "review" },
      { doubt: "other-causes", granted: { kind: "none", why: "cannot-await" }, previous: undefined },
    );
    expect(JSON.stringify(said({ ...alone, edits: [] }))).toContain(
      "the granted, the previous and the challenged scope, joined",
    );
  });

  test("is a second one where a suggestion lacks the granted scope and no option left it out", () => {
    for (const why of Object.keys(NO_TOKENS) as NoTokens[]) {
      const site = siteWith({ verdict: "review" }, { doubt: "status-only", granted: { kind: "none", why } });
      expect(decisionsOf(site, "a.mjs").length).toBe(NO_TOKENS[why].decision ? 2 : 1);
      expect(decisionsOf({ ...site, edits: [] }, "a.mjs")).toHaveLength(1);
    }
    expect(NO_TOKENS.omitted.decision).toBeUndefined();
  });

  test("is a second one where another obligation is not met, for which other code speaks", () => {
    const other = { obligation: "one-owner", answer: "refuted", doubt: "several-owners" } as const;
    const first = { obligation: "in-order", answer: "refuted", doubt: "state-before-tokens" } as const;
    const at = [excerpt("this.tried = header")];
    const both = review("state-before-tokens", {
      proof: [
        { ...first, evidence: [excerpt("this._scope = scope", 2)] },
        { ...other, evidence: at },
      ],
    });
    expect(said(both)).toEqual([
      expect.objectContaining({ no: "write the union without the granted scope" }),
      {
        question: "Is `this._scope` the scope of one server, account and resource alone (see line 11)?",
        yes: "do as answered above",
        no: "keep one for each first: a union would carry scopes from one to another",
      },
    ]);
    const same = [
      { ...first, evidence: at },
      { ...other, evidence: at },
    ];
    expect(said(review("state-before-tokens", { proof: same }))).toHaveLength(1);
    expect(said(review("state-before-tokens", { proof: same }))[0]?.no).toMatch(/^run `.* --tokens=omit/);
  });

  test("names the call that is not read, not what is given to it", () => {
    const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { noted } from "./notes.js";
export class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = noted(scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
    const [site] = analyzeOnce(source, "client.mjs", {}).sites;
    expect(site?.reasons.doubt).toBe("unread-function");
    expect(site && said(site)[0]?.question).toBe("Is `noted(scope)` the challenged scope alone, as one text?");
  });

  test("is none where the site is proved, a union, or suppressed", () => {
    expect(decisionsOf(siteWith({}), "a.mjs")).toEqual([]);
    expect(decisionsOf(siteWith({ verdict: "already-union" }), "a.mjs")).toEqual([]);
    const suppressed = { rule: "unfit-sink", reason: "r", at: siteWith({}) } as const;
    expect(decisionsOf(review("status-only", { suppressed }), "a.mjs")).toEqual([]);
  });
});

test("no edit is suggested that would join what has been cleared", () => {
  const cleared = discoverFixtures().fixtures.flatMap(({ input, name, extension, options }) =>
    analyzeOnce(input, `${name}${extension}`, engineOptions(options, extension)).sites.filter(
      ({ reasons }) => reasons.doubt === "cleared-before",
    ),
  );
  expect(cleared.length).toBeGreaterThan(10);
  expect(cleared.filter(({ edits }) => edits !== undefined && edits.length > 0)).toEqual([]);
});

describe("what a decision advises", () => {
  const reviews = discoverFixtures().fixtures.flatMap(({ input, name, extension, options }) => {
    const judged = (more: object) =>
      analyzeOnce(input, `${name}${extension}`, { ...engineOptions(options, extension), ...more }).sites;
    return judged({}).flatMap((site, index) => (site.verdict === "review" ? [{ name, site, index, judged }] : []));
  });

  test.each([
    ["--shared-handlers=guard", { sharedHandlers: "guard" }],
    ["--tokens=omit", { tokens: "omit" }],
  ])("by %s, the option brings about", (option, more) => {
    const advised = reviews.filter(({ site }) =>
      JSON.stringify(decisionsOf(site, "a.ts")).includes(`"run ",{"code":"npx step-up-union fix ${option}`),
    );
    expect(advised.length).toBeGreaterThan(5);
    const verdicts = advised.map(({ name, index, judged }) => [name, judged(more)[index]?.verdict]);
    expect(verdicts.filter(([, verdict]) => verdict !== "rewrite")).toEqual([]);
  });
});
