import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";

/** A component takes apart what a classifier gives, and is looked at for the callers of that: both ask for the tag. */
const ASKED_WHERE_IT_IS_MADE = `
export function answerFor(response) {
  const header = response.headers.get("www-authenticate") ?? "";
  const error = /error="([^"]+)"/.exec(header)?.[1];
  const scope = /scope="([^"]+)"/.exec(header)?.[1];
  if (error === "insufficient_scope") return { kind: "insufficient", scope };
  return { kind: "none" };
}

export function createLoader(url, board) {
  return async function load() {
    const response = await fetch(url);
    const answer = answerFor(response);
    board.set(answer.kind === "insufficient" ? { answer, kind: "insufficient", scope: answer.scope } : { answer, kind: "none" });
  };
}

export function banner({ answer, scope, load }, sink) {
  load();
  switch (answer.kind) {
    case "insufficient":
      return sink({ kind: "insufficient", text: \`No permission for \${scope}\`, scope });
    default:
      return sink({ kind: "none" });
  }
}
`;

test("a tag that is asked for where its record is made ends, and is told of", () => {
  const { sites } = analyze(ASKED_WHERE_IT_IS_MADE, "src/banner.mjs");
  expect(sites.map(({ line, verdict }) => `${verdict} ${line}`)).toContain("review 6");
});
