import { execFile } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Linter } from "eslint";
import { beforeAll, describe, expect, test } from "vitest";
import { splice } from "../../src/edit/splice.ts";
import { assertParses } from "../fixtures/parse.ts";
import { marked } from "../readme/pages.ts";
import { ESLINT_VERSIONS, type LintedProject, lintedProject } from "./install.ts";
import { analysisOf, configOf, expectedOf, FOLDER, reportedOf, subjects } from "./lint.ts";

const run = promisify(execFile);

const SCRIPT = /^\.[cm]?jsx?$/;
const JSX = { parserOptions: { ecmaFeatures: { jsx: true } } };

const SUBJECTS = subjects(/./);

test("there are fixtures for either parser", () => {
  const scripts = SUBJECTS.filter(({ extension }) => SCRIPT.test(extension));
  expect(scripts.length).toBeGreaterThan(200);
  expect(SUBJECTS.length - scripts.length).toBeGreaterThan(400);
});

for (const version of ESLINT_VERSIONS) {
  describe(`ESLint ${version} reports, fixes and suggests as the engine does:`, () => {
    let project: LintedProject;
    let linter: Linter;
    beforeAll(async () => {
      project = await lintedProject(version);
      linter = new project.Linter({ configType: "flat", cwd: FOLDER });
    });

    for (const subject of SUBJECTS) {
      const { kind, name, extension, input, settings, path } = subject;
      test(`${kind}/${name}${extension}`, () => {
        const parser = SCRIPT.test(extension) ? {} : { parser: project.typescriptParser };
        const more = { languageOptions: { ...parser, ...(extension.endsWith("x") && JSX) } };
        const config = configOf(settings, more, project.plugin);
        const messages = linter.verify(input, config, { filename: path });
        expect(reportedOf(messages)).toEqual(expectedOf(subject, input));
        for (const { fix } of messages.flatMap(({ suggestions = [] }) => suggestions)) {
          const [start, end] = fix.range;
          assertParses(splice(input, [{ start, end, text: fix.text }]), extension);
        }
        if (!messages.some(({ fix }) => fix)) return expect(analysisOf(subject, input).text).toBe(input);
        const fixed = linter.verifyAndFix(input, config, { filename: path });
        expect(fixed.output).toBe(analysisOf(subject, input).text);
        expect(reportedOf(fixed.messages)).toEqual(expectedOf(subject, fixed.output));
      });
    }

    test("and heeds the configuration's baseline and ignore patterns, as its `check` does", async () => {
      const { folder, ESLint } = project;
      const { input = "" } = SUBJECTS.find(({ name }) => name === "field-and-argument-both-take-the-challenge") ?? {};
      const own = await mkdtemp(join(folder, "configured-"));
      await mkdir(join(own, "generated"));
      await writeFile(join(own, "eslint.config.js"), marked("eslint-config")[0]?.text ?? "");
      await writeFile(join(own, "package.json"), '{ "name": "configured", "type": "module" }');
      const config = { baseline: "known.json", "ignore-pattern": ["generated/"] };
      await writeFile(join(own, "step-up-union.config.json"), JSON.stringify(config));
      await writeFile(join(own, "known.js"), input);
      await writeFile(join(own, "generated/client.js"), input);
      const bin = join(folder, "node_modules/step-up-union/dist/cli/main.js");
      await run(process.execPath, [bin, "check", "--update-baseline"], { cwd: own });
      await writeFile(join(own, "fresh.js"), input);
      const eslint = new ESLint({ cwd: own });
      const found = async () => {
        const results = await eslint.lintFiles(["*.js", "generated/*.js"]);
        return results.filter(({ errorCount }) => errorCount > 0).map(({ filePath }) => basename(filePath));
      };
      expect(await found()).toEqual(["fresh.js"]);
      await writeFile(join(own, "known.json"), '{ "version": 1, "sites": [] }');
      expect(await found()).toEqual(["fresh.js", "known.js"]);
    });

    test("and works as its page says", async () => {
      const { folder, ESLint } = project;
      const { input = "" } = SUBJECTS.find(({ name }) => name === "field-and-argument-both-take-the-challenge") ?? {};
      const reported: Record<string, unknown> = {};
      for (const { mark = "", text } of marked("eslint-config")) {
        const own = await mkdtemp(join(folder, "configured-"));
        await writeFile(join(own, "eslint.config.js"), text);
        // The configuration for TypeScript is tried with what ESLint's own parser does not read.
        const [name, source] = mark.endsWith("typescript")
          ? ["client.ts", `${input}export type Scope = string | undefined;\n`]
          : ["client.mjs", input];
        const [result] = await new ESLint({ cwd: own }).lintText(source, { filePath: join(own, name) });
        reported[mark] = result?.messages.map(({ ruleId, severity }) => [ruleId, severity]);
      }
      const findings = [
        ["step-up-union/replaced-scope", 2],
        ["step-up-union/challenge-only-scope", 2],
      ];
      expect(reported).toEqual({
        "eslint-config: recommended": findings,
        "eslint-config: typescript": findings,
        "eslint-config: advice": expect.arrayContaining([...findings, ["step-up-union/refresh-cannot-widen", 1]]),
      });
    });
  });
}
