import { execFile } from "node:child_process";
import { chmodSync, cpSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { git } from "../cli/files/git-command.ts";
import { command } from "../installed/command.ts";
import { fetchPackage, ROOT } from "../packages/fetch.ts";
import type { PublishedPackage } from "../packages/published.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

/** Microsoft's validator of SARIF: a native program for each system. */
const MULTITOOL: PublishedPackage = {
  name: "@microsoft/sarif-multitool-linux",
  version: "5.7.0",
  integrity: "sha512-NxUbpq6ISCWoTQ/NfOYEwEDKq1Heka/rMoJ5R5LMydcAZQX/X7g5mWHcgxDub+0M07LC96tZ5LZHvF1Qy3gjTA==",
};
const runs = process.platform === "linux" && process.arch === "x64";

/** What the validator says of a document by its own rules and those for GitHub, notes aside: `RULE level`. */
async function complaints(project: TempProject, name: string): Promise<string[]> {
  const program = join(await fetchPackage(MULTITOOL), "Sarif.Multitool");
  // As the script does that npm runs after the installation.
  if (!(statSync(program).mode & 0o100)) chmodSync(program, 0o755);
  const output = project.path(`validated-${name}`);
  const levels = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"];
  await promisify(execFile)(program, ["validate", project.path(name), ...levels, "--output", output], {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
  }).catch((error) => {
    // It fails where there is an error to report.
    if (error.code !== 1) throw error;
  });
  const [run] = JSON.parse(readFileSync(output, "utf8")).runs;
  return (run.results ?? []).map(({ ruleId, level }: Record<string, string>) => `${ruleId} ${level ?? "warning"}`);
}

/** The example workspace in a repository, with a file that cannot be judged. */
function workspace(): TempProject {
  const project = tempProject({});
  cpSync(join(ROOT, "docs/example"), project.path("."), { recursive: true });
  writeFileSync(project.path("broken.ts"), 'const broken = { ; // "insufficient_scope"\n');
  writeFileSync(project.path("clean.ts"), "export {};\n");
  git(project.root, "init", "--quiet");
  git(project.root, "add", ".");
  git(project.root, "commit", "--quiet", "--message", "Begin");
  git(project.root, "remote", "add", "origin", "https://example.test/acme/client.git");
  return project;
}

test.skipIf(!runs)("Microsoft's validator has no error and no warning of `check`, nor of `merge`", async () => {
  const project = workspace();
  const outputs = ["-o", "sarif=check.sarif", "-o", "json=one.json", "--quiet"];
  expect((await command(project.root, ["check", ...outputs])).code).toBe(2);
  expect((await command(project.root, ["check", "-o", "sarif=clean.sarif", "--quiet", "clean.ts"])).code).toBe(0);
  expect((await command(project.root, ["merge", "-o", "sarif=merge.sarif", "one.json"])).code).toBe(2);
  for (const name of ["check.sarif", "merge.sarif"]) {
    const [{ results }] = JSON.parse(project.read(name)).runs;
    expect([name, results.length > 5]).toEqual([name, true]);
  }
  cpSync(join(ROOT, "docs/report-example.sarif"), project.path("documented.sarif"));
  for (const name of ["check.sarif", "clean.sarif", "merge.sarif", "documented.sarif"]) {
    expect([name, await complaints(project, name)]).toEqual([name, []]);
  }
});

test.skipIf(!runs)("and would have one", async () => {
  const project = workspace();
  await command(project.root, ["check", "-o", "sarif=check.sarif", "--quiet"]);
  const document = JSON.parse(project.read("check.sarif"));
  delete document.runs[0].results[0].message;
  delete document.runs[0].results[1].locations[0].physicalLocation.artifactLocation.uriBaseId;
  writeFileSync(project.path("worse.sarif"), JSON.stringify(document));
  const said = await complaints(project, "worse.sarif");
  expect(said.filter((each) => each.endsWith("error")).length).toBeGreaterThan(0);
});
