import { expect, test } from "vitest";
import { fatesOf } from "../../../src/cli/fix/fates.ts";
import type { CheckedFile } from "../../../src/model/outcome.ts";
import { SOURCE, siteWith } from "../../report/explain/site.ts";

const [taken, skipped, commented] = [siteWith({}), siteWith({}), siteWith({})];
const review = siteWith({ verdict: "review" });
const chosen = siteWith({ verdict: "review" });
const elsewhere = siteWith({});
const fileWith = (file: string, ...sites: CheckedFile["sites"]): CheckedFile => ({
  file,
  source: SOURCE,
  sites,
  edits: [],
  suppressions: [],
});
const file = fileWith("a.mjs", taken, skipped, commented, review, chosen);
const comment = { edit: { start: 0, end: 0, text: "" }, reason: "one scope" };

test("only what was accepted in a file that was changed is applied; a comment gives its reason", () => {
  const decision = {
    file,
    accepted: new Set([taken, review]),
    suggested: new Set([chosen]),
    suppressed: new Map([[commented, comment]]),
  };
  const fates = fatesOf([file, fileWith("b.mjs", elsewhere)], [decision]);
  expect([taken, skipped, commented, review, chosen, elsewhere].map((site) => fates.get(site))).toEqual([
    { kind: "applied" },
    { kind: "left" },
    { kind: "silenced", reason: "one scope" },
    { kind: "left" },
    { kind: "decided" },
    { kind: "left" },
  ]);
});
