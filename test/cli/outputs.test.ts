import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { shell } from "../installed/shell.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

const FILES = { "src/transport.ts": TYPESCRIPT, "src/shared.js": SHARED };
const summaryOf = (json: string) => JSON.parse(json).summary;

describe("--format and --output-file", () => {
  test("print one report, and write the others", async () => {
    const project = tempProject(FILES);
    const { code, stdout, stderr } = await command(project.root, ["check", "-o", "json=src/report.json"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("2 findings in 2 files");
    expect(summaryOf(project.read("src/report.json"))).toMatchObject({
      findings: 2,
      exitCode: 1,
      files: { selected: 2 },
    });

    const quiet = await command(project.root, ["check", "-f", "json", "-o", "all.txt"]);
    expect(quiet).toMatchObject({ code: 1, stdout: "", stderr: "" });
    expect(summaryOf(project.read("all.txt")).findings).toBe(2);

    const both = await command(project.root, [
      "check",
      "--color",
      "-f",
      "json",
      "-f",
      "pretty",
      "-o",
      "pretty=a.txt",
      "-o",
      "json=b",
    ]);
    expect(both).toMatchObject({ code: 1, stdout: "", stderr: "" });
    expect(project.read("a.txt")).toContain("\u001b[");
    expect(project.read("b")).not.toContain("\u001b");
  });

  test("refuse what they cannot do before anything is read", async () => {
    const project = tempProject(FILES);
    const refused: [args: string[], says: string][] = [
      [["-f", "json", "-f", "pretty"], "standard output, which takes one"],
      [["-f", "json", "-o", "oneline=-"], "oneline and json are to go to standard output, which takes one"],
      [["-f", "json", "-f", "pretty", "-o", "r.json"], "does not say which format"],
      [["-o", "json=r", "-o", "pretty=./r"], "names r twice"],
      [["-o", "yaml=r"], "There is no format yaml"],
      [["-f", "sarfi"], "There is no format sarfi. Did you mean sarif? Formats are pretty, json"],
      [["-o", "SARIF=r"], "There is no format SARIF. Did you mean sarif?"],
      [["-o", "report 1=r"], "For a file of that name, write ./report 1=r."],
      [["-o", "=r"], "There is no format before the ="],
      [["-f", "json", "-o", "a=b.json"], "There is no format a."],
      [["-o", "report.patches"], "does not say which format; write pretty=report.patches"],
      [["-o", "report.html"], "does not say which format"],
      [["-o", "json="], "names no file"],
      [["-o", "src/transport.ts", "src/shared.js"], "has the name of a source"],
    ];
    for (const [args, says] of refused) {
      const { code, stdout, stderr } = await command(project.root, ["check", ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(says);
    }
    expect(project.files()).toEqual(FILES);
  });

  test("take - for standard output, and ./- for a file", async () => {
    const project = tempProject(FILES);
    for (const args of [
      ["-o", "json=-"],
      ["-f", "json", "-o", "-"],
      ["-f", "json", "-o", "json=-", "-o", "sarif=r"],
    ]) {
      const { code, stdout, stderr } = await command(project.root, ["check", ...args]);
      expect({ code, stderr, findings: summaryOf(stdout).findings }).toEqual({ code: 1, stderr: "", findings: 2 });
    }
    const people = await command(project.root, ["check", "-o", "-", "-o", "./-"]);
    expect(people.stdout).toContain("2 findings in 2 files");
    expect(Object.keys(project.files()).sort()).toEqual(["-", "r", ...Object.keys(FILES)].sort());
    expect(project.read("-")).toContain("2 findings in 2 files");
  });

  test("take the format of a file without one from what is asked for, else from its extension", async () => {
    const project = tempProject(FILES);
    const { code, stderr } = await command(project.root, [
      "check",
      ...["r.json", "r.sarif", "s.sarif.json", "r.PATCH", "r.diff", "r.txt", "r.log", "report", "./x=y.json"].flatMap(
        (file) => ["-o", file],
      ),
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    for (const file of ["r.json", "x=y.json"]) expect(summaryOf(project.read(file)).findings).toBe(2);
    for (const file of ["r.sarif", "s.sarif.json"]) expect(JSON.parse(project.read(file)).version).toBe("2.1.0");
    for (const file of ["r.PATCH", "r.diff"]) expect(project.read(file)).toMatch(/^--- /);
    for (const file of ["r.txt", "r.log", "report"]) expect(project.read(file)).toContain("2 findings in 2 files");
    const asked = await command(project.root, ["check", "-f", "oneline", "-o", "r.patches"]);
    expect(asked).toMatchObject({ code: 1, stdout: "", stderr: "" });
    expect(project.read("r.patches")).toMatch(/^src\/shared\.js:\d+:\d+: review /);
  });

  test("tell in every other report of one that cannot be written, and with which code the run ends", async () => {
    const project = tempProject(FILES);
    const args = ["check", "-f", "pretty", "-o", "json=good.json", "-o", "json=missing/bad.json", "-o", "json=src"];
    const { code, stdout, stderr } = await command(project.root, args);
    expect(code).toBe(2);
    expect(stdout).toContain("2 findings in 2 files");
    expect(stderr).toBe(
      "Could not decide:\n  missing/bad.json  The report cannot be written. Its folder does not exist; create it, or name another file.\n  src  The report cannot be written. This is a folder; name a file in it.\n",
    );
    const { summary, errors } = JSON.parse(project.read("good.json"));
    expect(summary).toMatchObject({ findings: 2, errors: 2, exitCode: 2 });
    expect(errors.map(({ kind, file }: { kind: string; file: string }) => [kind, file])).toEqual([
      ["unreadable", "missing/bad.json"],
      ["unreadable", "src"],
    ]);
  });

  test("write to the streams themselves, wherever they lead", async () => {
    const project = tempProject(FILES);
    const socket = await command(project.root, ["check", "-o", "json=/dev/stdout", "-o", "pretty=/dev/stderr"]);
    expect(summaryOf(socket.stdout).exitCode).toBe(1);
    expect(socket.stderr).toContain("2 findings in 2 files");
    await shell(project.root, "echo before > log; check -o /dev/stdout >> log; echo after >> log");
    expect(project.read("log")).toMatch(/^before\nsrc\/shared\.js\n[\s\S]*\nafter\n$/);
    const pipe = await shell(project.root, "mkfifo p; cat p & check -o json=p > /dev/null; wait");
    expect(summaryOf(pipe.stdout).exitCode).toBe(1);
  });

  test("leave links and permissions of a report as they are", async () => {
    const project = tempProject(FILES);
    mkdirSync(project.path("real"));
    writeFileSync(project.path("real/report.json"), "old", { mode: 0o640 });
    chmodSync(project.path("real/report.json"), 0o640);
    symlinkSync("real/report.json", project.path("link.json"));
    const { code } = await command(project.root, ["check", "src", "-o", "link.json"]);
    expect(code).toBe(1);
    const { lstatSync } = await import("node:fs");
    expect(lstatSync(project.path("link.json")).isSymbolicLink()).toBe(true);
    expect(lstatSync(project.path("real/report.json")).mode & 0o777).toBe(0o640);
    expect(summaryOf(readFileSync(project.path("real/report.json"), "utf8")).findings).toBe(2);
  });

  test("--quiet prints findings only, and nothing where there are none", async () => {
    const project = tempProject({ ...FILES, "clean.ts": "export {};\n", "odd.ts": "{ // scope 403 auth()\n" });
    const found = await command(project.root, ["check", "--quiet"]);
    expect(found).toMatchObject({ code: 1, stderr: "" });
    expect(found.stdout).toMatch(/^src\/shared\.js\n/);
    expect(found.stdout).not.toMatch(/files checked|Next:/);
    const clean = await command(project.root, ["check", "--quiet", "clean.ts", "odd.ts"]);
    expect(clean).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const failed = await command(project.root, ["check", "--quiet", "nowhere"]);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed.stderr).toContain("nowhere");
  });
});
