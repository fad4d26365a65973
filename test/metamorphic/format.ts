import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Subject } from "./subject.ts";

const BIOME = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

/** A style that none of the fixtures has: other quotes, other indentation, few semicolons, short lines. */
const STYLE = {
  formatter: { indentStyle: "tab", lineWidth: 60, lineEnding: "crlf" },
  javascript: {
    formatter: { quoteStyle: "single", semicolons: "asNeeded", arrowParentheses: "asNeeded", bracketSpacing: false },
    parser: { unsafeParameterDecoratorsEnabled: true },
  },
  linter: { enabled: false },
};

/**
 * Formats texts with a real formatter, all in one run of it. What it can't read stays as it is.
 *
 * @returns the formatted texts, by the names of the subjects
 */
export function formatAll(subjects: readonly Subject[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "formatted-"));
  try {
    const fileOf = ({ name, extension }: Subject) => join(folder, "src", name + extension);
    writeFileSync(join(folder, "biome.json"), JSON.stringify(STYLE));
    for (const subject of subjects) {
      mkdirSync(dirname(fileOf(subject)), { recursive: true });
      writeFileSync(fileOf(subject), subject.text);
    }
    const { error } = spawnSync(process.execPath, [BIOME, "format", "--write", "src"], { cwd: folder });
    if (error) throw error;
    return new Map(subjects.map((subject) => [subject.name, readFileSync(fileOf(subject), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
