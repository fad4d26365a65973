import { expect, test } from "vitest";
import { explain } from "../../../src/report/explain/explain.ts";
import { jsonExplanations } from "../../../src/report/explain/json.ts";
import { EXPLANATION_SCHEMA_VERSION } from "../../../src/report/schema/versions.ts";
import { MADE } from "./made.ts";
import { SITE, SOURCE, siteWith } from "./site.ts";

const json = (site = SITE) => JSON.parse(jsonExplanations([explain(site, SOURCE, "src/client.mjs")], MADE));

test("is the explanation, each sentence as one text", () => {
  const { schemaVersion, explanations } = json();
  expect(schemaVersion).toBe(EXPLANATION_SCHEMA_VERSION);
  expect(explanations).toHaveLength(1);
  expect(explanations[0]).toMatchObject({
    file: "src/client.mjs",
    line: 10,
    column: 9,
    rule: "replaced-scope",
    verdict: "rewrite",
    isSuppressed: false,
    message: SITE.message,
    evidence: { sentence: "Only insufficient_scope responses get past these checks." },
    change: {
      sentence: "The migration applies it.",
      remarks: [
        "The tokens are read first: an await between the retry limit's test (line 9) and its mark (line 11) would let concurrent challenges through.",
        "`unionScopes` comes with it, once for the file.",
      ],
    },
    questions: expect.arrayContaining(["Does this client store refresh tokens? Then the advice must be followed."]),
  });
  expect(explanations[0].left[0]).toEqual({
    line: 4,
    column: 71,
    text: "this._scope = scope",
    sentence: "on a 401: left as it is",
  });
});

test("lists stay lists where they are empty", () => {
  const { explanations } = json(
    siteWith({ advice: [], edits: undefined, helper: undefined }, { unauthorized: undefined, retryLimit: undefined }),
  );
  expect(explanations[0]).toMatchObject({ advice: [], left: [], change: { blocks: [], remarks: [] } });
});

test("is data, whatever the file is called", () => {
  const name = '"\u2028\u001b\u009b\u202e</script>';
  const text = jsonExplanations([explain(SITE, SOURCE, name)], MADE);
  expect(JSON.parse(text).explanations[0].file).toBe(name);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u);
});
