import { expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import type { Proof } from "../../../src/model/site.ts";
import { explainAll } from "../../../src/report/explain/explain.ts";
import { foldedProof, proofSentences } from "../../../src/report/explain/proof-sentences.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { excerpt, SITE, siteWith } from "./site.ts";

const said = (proof: readonly Proof[]) => proofSentences({ ...SITE, proof }).map(plain);

test("an obligation is told with its answer and the lines on which that rests", () => {
  const evidence = [excerpt("response.status === 403"), excerpt('error === "insufficient_scope"')];
  expect(said([{ obligation: "only-step-up", answer: "met", evidence }])).toEqual([
    "Proved: nothing but an insufficient_scope challenge leads here (lines 5 and 7).",
  ]);
});

test("the lines of reads are called so, and the site's own line tells nothing of an await", () => {
  const evidence = [excerpt("this._scope", 2)];
  const proof: Proof[] = [
    { obligation: "limits-end", answer: "met", evidence },
    { obligation: "in-order", answer: "met", evidence },
    { obligation: "only-step-up", answer: "met", evidence: [excerpt("response.status === 403")] },
  ];
  expect(said(proof).slice(0, 2)).toEqual([
    "Proved: no decision or key ties the sink's value to the challenge (read on line 10).",
    "Proved: no await comes between a test and its mark, or before what must run at once.",
  ]);
  expect(foldedProof(siteWith({ proof })).map(plain)).toEqual([
    "Proved: no limit compares it (read :10); no misplaced await; only step-ups lead here (:5).",
  ]);
});

test("what rests on there being nothing of the kind is not told as proved", () => {
  expect(said([{ obligation: "still-there", answer: "met", evidence: [] }])).toEqual([
    "As read: granted and previous scope are still what they were at the challenge.",
  ]);
});

test("of a sink that nothing was seen to read, it is not said what reads it", () => {
  const proof: Proof[] = [
    { obligation: "limits-end", answer: "met", evidence: [] },
    { obligation: "no-other-reader", answer: "met", evidence: [] },
  ];
  expect(said(proof)).toEqual([]);
  expect(foldedProof(siteWith({ proof }))).toEqual([]);
});

test("what is not proved comes first", () => {
  const sentences = said([
    { obligation: "only-step-up", answer: "met", evidence: [] },
    { obligation: "in-order", answer: "refuted", evidence: [] },
    { obligation: "one-text", answer: "open", evidence: [] },
  ]);
  expect(sentences.map((each) => each.split(":")[0])).toEqual(["Refuted", "Not proved", "As read"]);
});

test("a union has nothing to prove", () => {
  expect(said([])).toEqual([]);
});

test("that nothing else reads a sink is said of this file, unless no other file can read it", () => {
  const proof: Proof[] = [{ obligation: "no-other-reader", answer: "met", evidence: [excerpt("this._scope", 2)] }];
  const of = (sink: object) => foldedProof(siteWith({ proof }, { sink: { ...SITE.reasons.sink, ...sink } })).map(plain);
  const file = ["Proved: no other reader found in this file (read :10)."];
  const all = ["Proved: nothing else reads it (read :10)."];
  expect(of({})).toEqual(file);
  expect(of({ kind: "property", text: "this.#state.scope" })).toEqual(file);
  expect(of({ kind: "variable", text: "scope" })).toEqual(file);
  expect(of({ text: "this.#scope" })).toEqual(all);
  expect(of({ kind: "argument", text: "scope" })).toEqual(all);
});

test("the reads of a variable are those that ask for what it holds, and its declaration is none", () => {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
let asked = "seats:list";
export async function send(provider, url) {
  const response = await fetch(url);
  const challenge = extractWWWAuthenticateParams(response);
  if (response.status === 403 && challenge.error === "insufficient_scope") {
    asked = challenge.scope ?? asked;
    await auth(provider, { serverUrl: url, scope: asked });
  }
}
`;
  const [site] = analyze(source, "client.mjs").sites;
  if (!site) throw new Error("no site");
  expect(foldedProof(site).map(plain).join()).toContain("no limit compares it (read :7, :8)");
});

test("the last of many lines is named, which is the test that proves the most", () => {
  const at = (line: number) => ({ ...excerpt("response.status === 403"), line, start: line });
  const of = (...lines: number[]) => {
    const proof: Proof[] = [
      { obligation: "only-step-up", answer: "met", evidence: lines.map(at) },
      { obligation: "one-text", answer: "met", evidence: [at(50)] },
    ];
    return foldedProof(siteWith({ proof })).map(plain).join();
  };
  expect(of(35, 42, 44)).toContain("only step-ups lead here (:35, :42, :44)");
  expect(of(35, 42, 44, 46, 47)).toContain("only step-ups lead here (:35, :42, :44, …, :47)");
});

test("of a union, what is joined is not told as the challenged scope", () => {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async onForbidden(response) {
    const { error, scope: needed } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !needed) return;
    const joined = [this.asked, needed].join(" ");
    this.asked = joined;
    await auth(this.provider, { serverUrl: this.url, scope: this.asked });
  }
}
`;
  const { sites } = analyze(source, "client.mjs");
  const [explained] = explainAll([{ file: "client.mjs", source, sites }]);
  expect(explained?.verdict).toBe("already-union");
  expect(plain(explained?.finding ?? [])).toBe(
    "On an insufficient_scope challenge `this.asked` gets the challenged scope along with what the client had.",
  );
});

test("of a function that others may call, the function is in question, and not the test that leads to it", () => {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Vault {
  async list() {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) await this.elevate(scope);
  }
  async elevate(scope) {
    this.asked = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.asked });
  }
}
`;
  const { sites } = analyze(source, "client.mjs");
  const [explained] = explainAll([{ file: "client.mjs", source, sites }]);
  expect(explained?.proof.map(plain)[0]).toBe(
    "Not proved: nothing but an insufficient_scope challenge leads here (line 8).",
  );
});
