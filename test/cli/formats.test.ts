import { expect, test } from "vitest";
import { CHECK_FORMATS } from "../../src/report/format-names.ts";
import { command } from "../installed/command.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

const timeless = (text: string) => text.replace(/"milliseconds": [\d.]+/, "").replace(/, \d+\.\d s$/m, "");

test("every format is printed as it is written to a file, beside all the others", async () => {
  const broken = 'const broken = { ; // "insufficient_scope"\n';
  const project = tempProject({ "src/a b.ts": TYPESCRIPT, "src/shared.js": SHARED, "src/broken.ts": broken });
  const names = Object.keys(CHECK_FORMATS);
  const args = names.flatMap((name) => ["--output-file", `${name}=out.${name}.txt`]);
  const all = await command(project.root, ["check", "src", ...args]);
  expect(all.code).toBe(2);
  for (const name of names) {
    const { code, stdout } = await command(project.root, ["check", "src", "--format", name]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/[^\n]\n$/);
    expect(timeless(project.read(`out.${name}.txt`))).toBe(timeless(stdout));
  }
});
