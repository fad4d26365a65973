import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { CHECK_FORMATS } from "../../src/report/format-names.ts";
import { command } from "../installed/command.ts";
import { quoted, shell } from "../installed/shell.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";
import { describeWhere } from "../where.ts";

const FILES = { "src/transport.ts": TYPESCRIPT, "src/shared.js": SHARED };
const hasScript = spawnSync("script", ["--version"]).status === 0;

describe("standard streams", () => {
  test("that cannot be written make the code 2, never that of findings", async () => {
    const { root } = tempProject(FILES);
    const output = await shell(root, "check src > /dev/full; echo $?");
    expect(output.stdout).toBe("2\n");
    expect(output.stderr).toBe("error: Standard output cannot be written: ENOSPC: no space left on device, write.\n");
    expect((await shell(root, "check nowhere > /dev/null 2> /dev/full; echo $?")).stdout).toBe("2\n");
  });

  test("tell of suppressions to be mended in every format, once", async () => {
    const comment = "          // step-up-union-ignore-next-line replaced-scope\n$&";
    const { root } = tempProject({ "src/a.ts": TYPESCRIPT.replace("          this._scope", comment) });
    for (const format of Object.keys(CHECK_FORMATS)) {
      const { stdout, stderr } = await command(root, ["check", "--format", format]);
      const isOwn = format === "pretty" || format === "json";
      expect(stderr.includes("Suppressions to mend:"), format).toBe(!isOwn);
      expect(isOwn ? stdout : stderr, format).toContain("reason");
      if (!isOwn) expect(stderr, format).toContain("src/a.ts:19:11  no-reason");
      const quiet = await command(root, ["check", "--quiet", "--format", format]);
      expect(quiet.stderr, format).toBe("");
    }
  });

  test("may be closed by their reader, or from the start", async () => {
    const { root } = tempProject(FILES);
    const piped = await shell(root, 'check src 2>&1 | head -1; echo "${PIPESTATUS[0]}"');
    expect(piped).toMatchObject({ stdout: "src/shared.js\n1\n", stderr: "" });
    const closed = await shell(root, "check src >&- <&-; echo $?");
    expect(closed).toMatchObject({ stdout: "1\n", stderr: "" });
    const noError = await shell(root, "check src nowhere 2>&- >/dev/null; echo $?");
    expect(noError.stdout).toBe("2\n");
  });

  test("get no control character from an argument", async () => {
    const { root } = tempProject(FILES);
    execFileSync("git", ["init", "-q"], { cwd: root });
    const hostile = "\u001b[31mx\u0007\u202e\n\u009b";
    for (const args of [
      [`--${hostile}`],
      [hostile],
      [`--format=${hostile}`],
      [`--since=${hostile}`],
      [`-o${hostile}/x`],
    ]) {
      const { code, stdout, stderr } = await command(root, ["check", ...args]);
      expect(code).toBe(2);
      expect(stderr).toContain("\\u{1b}");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  test("are not needed in the working folder, which may be gone", async () => {
    const { root } = tempProject(FILES);
    const { stdout, stderr } = await shell(root, "mkdir gone; cd gone; rmdir ../gone; check; echo $?");
    expect(stdout).toBe("2\n");
    expect(stderr).toBe("error: The working folder is not there any more. Go to one that is, and run again.\n");
  });

  test("are all that is needed of the environment", async () => {
    const { root } = tempProject(FILES);
    const { code, stdout, stderr } = await shell(root, "unset PATH; check src");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("2 findings in 2 files");
  });
});

describe("colour", () => {
  const COLOR = "\u001b[";
  const cases: [options: string, env: Record<string, string>, colored: boolean][] = [
    ["", {}, false],
    ["--color", {}, true],
    ["--color", { NO_COLOR: "1" }, true],
    ["", { FORCE_COLOR: "1" }, true],
    ["", { FORCE_COLOR: "0" }, false],
    ["", { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    ["--no-color", { FORCE_COLOR: "1" }, false],
    ["--color --format=json", {}, false],
  ];
  test.each(cases)("of `check %s` with %j: %s", async (options, env, colored) => {
    const { root } = tempProject(FILES);
    const { stdout, stderr } = await shell(root, `check src nowhere ${options}`, env);
    expect(stdout).toContain("src/shared.js");
    expect(stderr).toContain("nowhere");
    expect(stdout.includes(COLOR)).toBe(colored);
    // The problems are for people, whatever the format.
    expect(stderr.includes(COLOR)).toBe(colored || options.includes("--color --format"));
  });
});

describeWhere(hasScript)("a terminal", () => {
  const onTerminal = (root: string, script: string, env: Record<string, string> = {}) =>
    shell(root, `script -qec ${quoted(`"$NODE" "$BIN" ${script}`)} /dev/null`, env);

  test("gets colours, and text of its width; one without a size gets whole lines", async () => {
    const { root } = tempProject(FILES);
    const { stdout } = await onTerminal(root, "check src/shared.js");
    expect(stdout).toContain("\u001b[1m");
    expect(stdout).toContain("decide whether a 401 may keep the scope, or only a 403");
    const narrow = await shell(root, `script -qec 'stty cols 60; "$NODE" "$BIN" check src/shared.js' /dev/null`);
    expect(narrow.stdout).not.toContain("decide whether a 401 may keep the scope, or only a 403");
  });

  test("gets no colour where it is dumb, or asked not to", async () => {
    const { root } = tempProject(FILES);
    for (const env of [{ TERM: "dumb" }, { NO_COLOR: "1" }]) {
      const { code, stdout } = await onTerminal(root, "check src", env);
      expect(code).toBe(1);
      expect(stdout).toContain("2 findings in 2 files");
      // A run that takes a second on this machine shows progress, which is no colour, and nothing at all where it is dumb.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      expect(stdout).not.toMatch(/\u001b\[[\d;]*m/);
      if ("TERM" in env) expect(stdout).not.toContain("\u001b");
    }
  });

  test("sees progress while threads are at work, and nothing of it afterwards", async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `f${index}(a, { b: [${index}, 2] });`).join("\n");
    const { root } = tempProject({
      "a.js": `// insufficient_scope\n${lines}\n`,
      "b.js": `// insufficient_scope\n${lines}\n`,
    });
    const { stdout } = await onTerminal(root, "check");
    expect(stdout).toContain("2 files looked at …\r\u001b[2K\u001b[2mNo step-up handler was recognised in 2 files");
    expect(stdout).toContain("\u001b[32mNo step-up handler replaces");
    expect((await onTerminal(root, "check --quiet")).stdout).toBe("");
  });
});
