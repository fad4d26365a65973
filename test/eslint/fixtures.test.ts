import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import { splice } from "../../src/edit/splice.ts";
import { assertParses } from "../fixtures/parse.ts";
import { analysisOf, configOf, expectedOf, FOLDER, reportedOf, subjects } from "./lint.ts";

const linter = new Linter({ configType: "flat", cwd: FOLDER });

const SUBJECTS = subjects(/^\.[cm]?jsx?$/);

test("there are fixtures that ESLint's own parser reads", () => {
  expect(SUBJECTS.length).toBeGreaterThan(200);
});

describe("ESLint, with its own parser, reports, fixes and suggests as the engine does:", () => {
  for (const subject of SUBJECTS) {
    const { kind, name, extension, input, settings, path } = subject;
    test(`${kind}/${name}${extension}`, () => {
      const config = configOf(
        settings,
        extension === ".jsx" ? { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } } : {},
      );
      const messages = linter.verify(input, config, { filename: path });
      expect(reportedOf(messages)).toEqual(expectedOf(subject, input));
      for (const { suggestions = [] } of messages) {
        for (const { fix } of suggestions)
          assertParses(splice(input, [{ start: fix.range[0], end: fix.range[1], text: fix.text }]), extension);
      }
      const fixed = linter.verifyAndFix(input, config, { filename: path });
      expect(fixed.output).toBe(analysisOf(subject, input).text);
      expect(reportedOf(fixed.messages)).toEqual(expectedOf(subject, fixed.output));
    });
  }
});
