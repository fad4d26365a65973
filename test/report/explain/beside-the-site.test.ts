import { expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { explain } from "../../../src/report/explain/explain.ts";

const notesOf = (before: string) => {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async onRefused(response) {
    const { scope, error } = extractWWWAuthenticateParams(response);
    ${before}
    if (response.status === 403) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
  const [site] = analyze(source, "client.mjs").sites;
  if (!site) throw new Error("no site");
  const excerpt = explain(site, source, "client.mjs").page.find((block) => block.kind === "excerpt");
  return excerpt?.kind === "excerpt" ? excerpt.lines.flatMap(({ notes }) => notes) : [];
};

const NOTE = "names the error code, and does not guard line 7";

test("a test of the error code that does not guard a site is told as such", () => {
  expect(notesOf('if (error === "insufficient_scope") this.log("step-up");')).toContain(NOTE);
});

test("none is told where there is none, or a comment alone", () => {
  expect(notesOf("")).not.toContain(NOTE);
  expect(notesOf("// an insufficient_scope challenge")).not.toContain(NOTE);
  expect(notesOf('if (error !== "insufficient_scope") return;')).not.toContain(NOTE);
});
