import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { provenanceOf } from "../../src/cli/provenance.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { git } from "./files/git-command.ts";

const DATE = "2026-03-04T05:06:07Z";

/** A repository with one commit. */
function repository(files: Readonly<Record<string, string | object>> = { "src/a.ts": "export {};\n" }): TempProject {
  const project = tempProject(files);
  commit(project.root);
  return project;
}

function commit(folder: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  vi.stubEnv("GIT_COMMITTER_DATE", DATE);
  git(folder, "commit", "--quiet", "--message", "Begin\n\ncommitter nobody <n@example.test> 1 +0000");
  vi.unstubAllEnvs();
}

const of = ({ root, path }: TempProject, folders: readonly string[] = ["src"], workingFolder = root) =>
  provenanceOf({}, { folders: new Set(folders.map((folder) => path(folder))), workingFolder });

afterEach(() => vi.unstubAllEnvs());

describe("the repository", () => {
  test("is told with its address, commit, date and whether it is clean", async () => {
    const project = repository();
    git(project.root, "remote", "add", "origin", "https://user:secret@example.test/acme/client.git");
    git(project.root, "remote", "add", "fork", "git@example.test:me/client.git");
    const head = git(project.root, "rev-parse", "HEAD").trim();
    const told = { url: "https://example.test/acme/client", commit: head, date: DATE, clean: true };
    expect((await of(project)).repositories).toEqual([{ folder: ".", workingFolder: ".", ...told }]);
    expect((await of(project, ["src"], project.path("src"))).repositories).toEqual([
      { folder: "..", workingFolder: "src", ...told },
    ]);
    expect(await of(project)).toEqual(await of(project));
  });

  test.each<[string, boolean, (project: TempProject) => void]>([
    ["a changed file", false, ({ path }) => writeFileSync(path("src/a.ts"), "export const a = 1;\n")],
    ["a deleted file", false, ({ path }) => rmSync(path("src/a.ts"))],
    ["a new file that would be checked", false, ({ path }) => writeFileSync(path("new.ts"), "")],
    [
      "a staged file",
      false,
      ({ root, path }) => {
        writeFileSync(path("src/a.ts"), "export const a = 1;\n");
        git(root, "add", ".");
        writeFileSync(path("src/a.ts"), "export {};\n");
      },
    ],
    ["a file that was written again as it was", true, ({ path }) => writeFileSync(path("src/a.ts"), "export {};\n")],
    ["a report beside it", true, ({ path }) => writeFileSync(path("report.json"), "{}")],
    [
      "an ignored file",
      true,
      ({ path }) => {
        writeFileSync(path(".git/info/exclude"), "dist\n");
        mkdirSync(path("dist"));
        writeFileSync(path("dist/a.js"), "");
      },
    ],
  ])("with %s is clean: %s", async (_, clean, change) => {
    const project = repository();
    change(project);
    expect((await of(project)).repositories).toMatchObject([{ clean }]);
  });

  test("before its first commit has none", async () => {
    const project = tempProject({ "src/a.ts": "" });
    git(project.root, "init", "--quiet");
    expect((await of(project)).repositories).toEqual([{ folder: ".", workingFolder: "." }]);
  });

  test("is none outside of any, and no more than its folder without git", async () => {
    expect((await of(tempProject({ "src/a.ts": "" }))).repositories).toEqual([]);
    const project = repository();
    vi.stubEnv("PATH", "/nowhere");
    expect((await of(project)).repositories).toEqual([{ folder: ".", workingFolder: "." }]);
  });

  test("is each that holds a file, in a folder of several", async () => {
    const project = tempProject({ "b/src/a.ts": "", "a/a.ts": "export {};\n", "loose/a.ts": "" });
    commit(project.path("a"));
    commit(project.path("b"));
    const { repositories } = await of(project, ["a", "b/src", "loose"]);
    expect(repositories.map(({ folder, workingFolder, clean }) => [folder, workingFolder, clean])).toEqual([
      ["a", undefined, true],
      ["b", undefined, true],
    ]);
  });

  test("runs nothing that its configuration names, and writes nothing", async () => {
    const project = repository({ "src/a.ts": "export {};\n", ".gitattributes": "*.ts filter=evil diff=evil\n" });
    const program = project.path(".git/evil");
    writeFileSync(program, `#!/bin/sh\ntouch "${project.path(".git/pwned")}"\ncat\n`);
    chmodSync(program, 0o755);
    for (const [name, value] of [
      ["core.fsmonitor", program],
      ["core.sshCommand", program],
      ["gpg.program", program],
      ["log.showSignature", "true"],
      ["core.pager", program],
      ["filter.evil.clean", program],
      ["filter.evil.required", "true"],
      ["diff.evil.textconv", program],
      ["diff.external", program],
    ]) {
      git(project.root, "config", name as string, value as string);
    }
    writeFileSync(project.path("src/a.ts"), "export {};\n");
    expect((await of(project)).repositories).toMatchObject([{ clean: true, date: DATE }]);
    expect(existsSync(project.path(".git/pwned"))).toBe(false);
  });
});

test("options are told with their defaults, the installed SDK with its version, and time where it is asked for", async () => {
  const sdk = { name: "@modelcontextprotocol/sdk", version: "1.32.2" };
  const { root, path } = tempProject({ "src/a.ts": "", "node_modules/@modelcontextprotocol/sdk/package.json": sdk });
  const request = { options: { "on-401": "union" }, project: "tsconfig.json", shard: { index: 1, count: 2 } };
  const facts = { folders: new Set([path("src")]), names: ["src/a.ts", "b.ts"], workingFolder: root };
  const told = {
    options: {
      helper: "auto",
      "on-401": "union",
      "shared-handlers": "review",
      tokens: "auto",
      project: "tsconfig.json",
    },
    repositories: [],
    sdks: [{ ...sdk, folder: "node_modules/@modelcontextprotocol/sdk" }],
    shard: { index: 1, count: 2, files: expect.stringMatching(/^[0-9a-f]{16}$/) },
  };
  expect(await provenanceOf(request, facts)).toEqual(told);
  const digest = async (names: readonly string[]) => (await provenanceOf(request, { ...facts, names })).shard?.files;
  expect(await digest(["b.ts", "src/a.ts"])).toBe((await provenanceOf(request, facts)).shard?.files);
  expect(await digest(["src/a.ts"])).not.toBe((await provenanceOf(request, facts)).shard?.files);
  expect(await provenanceOf(request, { ...facts, began: new Date(0) })).toEqual({
    ...told,
    time: "1970-01-01T00:00:00.000Z",
  });
});
