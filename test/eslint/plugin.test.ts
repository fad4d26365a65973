import { writeFileSync } from "node:fs";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/eslint/plugin.ts";
import { MEANINGS } from "../../src/eslint/rules.ts";
import { RULES } from "../../src/rules/table.ts";
import { tempProject } from "../temp-project.ts";
import { configOf, FOLDER, reportedOf } from "./lint.ts";

const SITE = "if (error === 'insufficient_scope') {\n      this.scope = scope;";

/** A client whose handler begins on line 8, and replaces the scope on line 9. */
const client = (
  body = SITE,
) => `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  scope = undefined;

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    ${body}
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;

const linter = (folder = FOLDER) => new Linter({ configType: "flat", cwd: folder });

const lint = (text: string, settings: Record<string, unknown> = {}, path = `${FOLDER}/client.js`) =>
  linter().verify(text, configOf(settings), { filename: path });

/** The advice beside the finding: the first is of the code as it is, the second of its change. */
const ADVICE = ["refresh-cannot-widen 10:7-10:25", "scope-may-be-missing 10:7-10:25"];

const rulesOf = (messages: readonly Linter.LintMessage[]) => messages.map(({ ruleId }) => ruleId);

describe("the plugin", () => {
  test("has a rule for each of the engine that can be a finding, and its own two", () => {
    const { "union-kept": _, ...reported } = RULES;
    expect(Object.keys(plugin.rules ?? {})).toEqual([...Object.keys(reported), "suppression", "not-judged"]);
    expect([...MEANINGS.keys()]).toEqual(Object.keys(plugin.rules ?? {}));
  });

  test("recommends as errors what `check` fails for by default", () => {
    const severities = plugin.configs.recommended.rules ?? {};
    const failing = Object.entries(RULES).filter(([, { verdict }]) => verdict === "rewrite" || verdict === "review");
    const errors = Object.entries(severities).filter(([, severity]) => severity === "error");
    expect(errors.map(([id]) => id)).toEqual([
      ...failing.map(([id]) => `step-up-union/${id}`),
      "step-up-union/not-judged",
    ]);
    expect(severities["step-up-union/suppression"]).toBe("warn");
    expect(severities).not.toHaveProperty("step-up-union/refresh-cannot-widen");
  });

  test("takes ESLint's suppressions, and knows whether they are of use", () => {
    const comment = "// eslint-disable-next-line step-up-union/replaced-scope -- asked";
    const suppressed = client(SITE.replace("\n", `\n${comment}\n`));
    expect(reportedOf(lint(suppressed))).toEqual(ADVICE);
    const idle = linter().verify(
      `${comment}\n${client("if (error === 'other') {")}`,
      configOf({}, { linterOptions: { reportUnusedDisableDirectives: "error" } }),
      { filename: `${FOLDER}/client.js` },
    );
    expect(idle.map(({ message }) => message)).toEqual([expect.stringMatching(/^Unused eslint-disable directive/)]);
  });

  test("takes our suppressions, and says which are to be mended", () => {
    const comment = (text: string) => client(SITE.replace("\n", `\n// step-up-union-ignore-next-line ${text}\n`));
    expect(reportedOf(lint(comment("replaced-scope -- asked")))).toEqual(ADVICE.slice(0, 1));
    expect(rulesOf(lint(comment("replaced-scope")))).toEqual([
      "step-up-union/suppression",
      "step-up-union/replaced-scope",
      "step-up-union/refresh-cannot-widen",
      "step-up-union/scope-may-be-missing",
    ]);
  });

  test("puts the helper into the text while its file is not there, and imports it when it is", () => {
    const { root: folder, path: at } = tempProject({
      "package.json": '{ "name": "client", "type": "module" }',
      "src/client.js": client(),
    });
    const path = at("src/client.js");
    const fixed = (settings: Record<string, unknown>) =>
      linter(folder).verifyAndFix(client(), configOf(settings), { filename: path });
    expect(fixed({}).output).toContain("\nfunction unionScopes(");
    const unfixed = fixed({ helper: "vendor" });
    expect(unfixed.output).toBe(client());
    expect(unfixed.messages[0]?.message).toContain("run `step-up-union fix`");
    writeFileSync(at("src/union-scopes.js"), "export function unionScopes() {}\n");
    for (const settings of [{}, { helper: "vendor" }]) {
      const { output } = fixed(settings);
      expect(output).toContain("import { unionScopes } from './union-scopes.js';");
      expect(output).not.toContain("function unionScopes");
    }
    writeFileSync(at("src/union-scopes.js"), "export const other = 1;\n");
    expect(fixed({}).output).toContain("\nfunction unionScopes(");
  });

  test("takes the engine's options from the settings, and refuses wrong ones", () => {
    const unauthorized = client(
      "// No insufficient_scope.\n    if (response.status === 401) {\n      this.scope = scope;",
    );
    expect(rulesOf(lint(unauthorized))).toEqual([]);
    expect(rulesOf(lint(unauthorized, { "on-401": "union" }))).toContain("step-up-union/replaced-scope-401");
    expect(() => lint(client(), { "on-401": "both" })).toThrow(
      /"on-401": "both" is not known; write "on-401": "keep" \| "union"/,
    );
    expect(() => lint(client(), { on401: "union" })).toThrow(/"on401" is not known\. Did you mean "on-401"\?/);
    expect(() => lint(client(), ["keep"] as never)).toThrow(/settings\["step-up-union"\] is wrong/);
  });

  test("looks at a text with a byte order mark, and at one without a name", () => {
    const { output } = linter().verifyAndFix(`\ufeff${client()}`, configOf({}), { filename: `${FOLDER}/client.js` });
    expect(output).toMatch(/^\ufeffimport [\s\S]*this\.scope = unionScopes\(tokens\?\.scope, this\.scope, scope\);/);
    const nameless = linter().verify(client(), configOf({}, { files: ["**/*"] }));
    expect(rulesOf(nameless)).toContain("step-up-union/replaced-scope");
  });

  test("asks nothing, and parses nothing, where the text shows no step-up", () => {
    const wrong = { "on-401": "both" };
    expect(() => lint(client(), wrong)).toThrow("is not known");
    expect(lint(client("if (error === 'other') {"), wrong)).toEqual([]);
  });

  test("leaves kinds of files alone that are not checked", () => {
    expect(linter().verify(client(), configOf({}, { files: ["**/*.es6"] }), { filename: `${FOLDER}/a.es6` })).toEqual(
      [],
    );
  });

  test("says that it could not judge what ESLint can read and the engine can't, if it shows a step-up", () => {
    const parser = { parse: () => espreeTree };
    const config = configOf({}, { languageOptions: { parser: parser as Linter.Parser } });
    const unread = (text: string) => linter().verify(text, config, { filename: `${FOLDER}/a.js` });
    expect(unread("insufficient_scope ) x")).toMatchObject([
      { ruleId: "step-up-union/not-judged", line: 1, column: 20, message: expect.stringContaining("does not parse") },
    ]);
    expect(unread(") x")).toEqual([]);
  });

  test("lets nothing take effect in a terminal or a log that a stranger's name brings", () => {
    const [first] = lint(client(SITE.replaceAll("this.scope", 'this["\u001b[31m\u202e##[group]scope"]')));
    expect(first?.message).toContain("\\u{1b}[31m\\u{202e}\\u{23}#[group]scope");
  });
});

const espreeTree = {
  type: "Program",
  body: [],
  sourceType: "module",
  comments: [],
  tokens: [],
  range: [0, 0],
  loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
};
