import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { git } from "./files/git-command.ts";

const BROKEN = 'const broken = { ; // "insufficient_scope"\n';
const COUNT = 30;

/** What is in the repository of a number: copies, forks, a site of its own, something broken, or nothing. */
function filesOf(index: number): Record<string, string> {
  const own = SHARED.replace("Transport", `Transport${index}`);
  if (index % 5 === 0) return { "src/clean.ts": "export {};\n" };
  if (index % 5 === 1) return { "src/transport.ts": TYPESCRIPT };
  if (index % 5 === 2) return { "src/transport.ts": TYPESCRIPT, "src/shared.js": SHARED };
  if (index % 5 === 3) return { [`src/own${index}.js`]: own };
  return { "src/broken.ts": BROKEN, "src/shared.js": SHARED };
}

const nameOf = (index: number): string => `client-${String(index).padStart(2, "0")}`;

/** Thirty repositories, side by side. */
function repositories(): TempProject {
  const project = tempProject({ "README.md": "# Repositories\n" });
  for (let index = 0; index < COUNT; index++) {
    const folder = project.path(nameOf(index));
    for (const [name, text] of Object.entries(filesOf(index))) {
      mkdirSync(join(folder, "src"), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    git(folder, "init", "--quiet");
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "--message", "Begin");
    git(folder, "remote", "add", "origin", `https://token@example.test/acme/${nameOf(index)}.git`);
  }
  return project;
}

interface Overview {
  readonly repositories: readonly {
    readonly name: string;
    readonly reports: readonly string[];
    readonly findings: Readonly<Record<string, number>>;
    readonly errors: readonly object[];
  }[];
  readonly findings: readonly { readonly rule: string; readonly places: readonly object[] }[];
}

describe("thirty repositories", () => {
  test("give the same overview by their reports, in any order, as by one run over all", async () => {
    const project = repositories();
    const names = Array.from({ length: COUNT }, (_, index) => nameOf(index));
    for (const name of names) {
      const { code } = await command(project.path(name), ["check", "-o", `json=../${name}.json`, "--quiet"]);
      expect(code).toBe([0, 1, 1, 1, 2][names.indexOf(name) % 5]);
    }
    const reports = names.map((name) => `${name}.json`);
    const merged = await command(project.root, ["merge", "-f", "json", ...reports]);
    expect(merged).toMatchObject({ code: 2, stderr: "" });
    const again = await command(project.root, ["merge", "-f", "json", ...reports.toReversed()]);
    expect(again.stdout).toBe(merged.stdout);

    const overview: Overview = JSON.parse(merged.stdout);
    expect(merged.stdout).not.toContain("token@");
    expect(overview.repositories).toHaveLength(COUNT);
    expect(overview.repositories[0]?.findings).toEqual({ rewrite: 1, review: 1, advice: 0 });
    expect(overview.repositories.filter(({ errors }) => errors.length > 0)).toHaveLength(6);
    const reach = overview.findings.map(({ rule, places }) => `${rule} ${places.length}`);
    expect(reach.slice(0, 2)).toEqual(["replaced-scope 12", "shared-401-403-handler 12"]);

    await command(project.root, ["check", "-o", "json=all.json", "--quiet", "."]);
    const one: Overview = JSON.parse((await command(project.root, ["merge", "-f", "json", "all.json"])).stdout);
    const bare = ({ repositories: all, findings }: Overview) => [all.map(({ reports: _, ...rest }) => rest), findings];
    expect(bare(one)).toEqual(bare(overview));
  });
});

describe("what cannot be joined", () => {
  test("is named, with what to do, and the others are joined", async () => {
    const project = tempProject({ "src/a.ts": TYPESCRIPT });
    await command(project.root, ["check", "-o", "json=a.json", "src"]);
    const text = project.read("a.json");
    writeFileSync(project.path("cut.json"), text.slice(0, text.length / 2));
    writeFileSync(project.path("old.json"), text.replace('"schemaVersion": 5', '"schemaVersion": 2'));
    writeFileSync(project.path("\u001b[2Jtext.json"), "hello\n");
    const given = ["a.json", "cut.json", "old.json", "\u001b[2Jtext.json", "./a.json", "nowhere.json", "src"];
    const { code, stdout, stderr } = await command(project.root, ["merge", ...given]);
    expect(code).toBe(2);
    expect(stdout).toContain("a.json  src/a.ts:19:11");
    const again = "Write it again: step-up-union check --output-file json=<file>.";
    expect(stderr).toBe(
      [
        "Could not decide:",
        `  cut.json  It ends in the middle, as a file does whose writing was cut off. ${again}`,
        "  old.json  It has the schemaVersion 2, and this version of step-up-union reads 5. Check and merge with the same version.",
        `  \\u{1b}[2Jtext.json  It is not JSON. ${again}`,
        "  ./a.json  It is the same report as a.json. Give each once.",
        "  nowhere.json  There is no such file. Give the reports that check --output-file json=<file> wrote.",
        "  src  This is a folder. Name the reports in it: src/*.json.",
        "",
      ].join("\n"),
    );
  });

  test.each([
    ["merge", /^error: merge needs reports: step-up-union merge <report\.json…>/],
    ["merge a.json b.json -f check-json", /is the report of one run, and these are of 2\. Give the parts of one run/],
    ["merge a.json -f cvs", /There is no format cvs\. Did you mean csv\?/],
    ["check --shard 3/2", /--shard=3\/2 is no part of the files; write 1\/4 for the first of four\./],
    ["check --shard 1/2 --stdin --stdin-filename a.ts", /--shard judges a part of the files, and --stdin is about all/],
    ["check --shard 1/2 --baseline b.json --update-baseline", /and --update-baseline is about all there is/],
  ])("%s is refused", async (line, says) => {
    const project = tempProject({ "src/a.ts": TYPESCRIPT, "lib/a.ts": TYPESCRIPT });
    await command(project.root, ["check", "-o", "json=a.json", "src"]);
    await command(project.root, ["check", "-o", "json=b.json", "lib"]);
    const { code, stdout, stderr } = await command(project.root, line.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });
});

test("--time says when the run was made and how long it took, and nothing else does", async () => {
  const project = tempProject({ "src/a.ts": TYPESCRIPT });
  const report = async (...args: string[]) => (await command(project.root, ["check", "-f", "json", ...args])).stdout;
  expect(await report()).toBe(await report());
  const { provenance, summary } = JSON.parse(await report("--time"));
  expect(new Date(provenance.time).toISOString()).toBe(provenance.time);
  expect(summary.milliseconds).toBeGreaterThan(0);
  expect(await report()).not.toMatch(/"(?:time|milliseconds)"/);
});
