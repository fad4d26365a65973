import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { AS_DEPENDENCY } from "../installed/dependency.ts";
import { TYPESCRIPT } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { git } from "./files/git-command.ts";

const CLIENT = { ...AS_DEPENDENCY, "package.json": { name: "client", type: "module" } };

/** The commands that a report for coding agents gives, in their order. */
function commandsIn(report: string): readonly string[] {
  const spans = [...report.matchAll(/`((?:npx step-up-union|git) [^`]+)`/g)];
  return spans.map(([, line = ""]) => line);
}

/** Runs a command of which no word is quoted: its exit code. */
async function run({ root }: TempProject, line: string): Promise<number | null> {
  const words = line.split(" ");
  if (words[0] === "git") {
    git(root, ...words.slice(1));
    return 0;
  }
  return (await command(root, words.slice(2))).code;
}

test("every command that is given to an agent does what is said, on staged text and on changed text", async () => {
  const staged = tempProject({ ...CLIENT, "src/a.ts": "export {};\n" });
  git(staged.root, "init", "-q");
  git(staged.root, "add", ".");
  git(staged.root, "commit", "-qm", "first");
  writeFileSync(join(staged.root, "src/a.ts"), TYPESCRIPT);
  git(staged.root, "add", ".");
  const report = await command(staged.root, ["check", "--staged", "--format", "agent"]);
  expect(report.code).toBe(1);
  const [fix = "", add = "", check = "", ...others] = commandsIn(report.stdout);
  expect(others).toEqual([]);
  expect([fix, add, check]).toEqual([
    "npx step-up-union fix --allow-dirty src/a.ts",
    "git add src/a.ts",
    "npx step-up-union check --staged src/a.ts",
  ]);
  expect([await run(staged, check), await run(staged, fix), await run(staged, add), await run(staged, check)]).toEqual([
    1, 0, 0, 0,
  ]);

  const dirty = await command(staged.root, ["check", "--format", "agent"]);
  expect(dirty.code).toBe(0);
  writeFileSync(join(staged.root, "src/b.ts"), TYPESCRIPT);
  const { stdout } = await command(staged.root, ["check", "--format", "agent"]);
  const [plain = "", again = ""] = commandsIn(stdout);
  expect(stdout).toContain("`--allow-dirty` if the file has uncommitted changes");
  expect([await run(staged, plain), await run(staged, `${plain} --allow-dirty`), await run(staged, again)]).toEqual([
    2, 0, 0,
  ]);
});
