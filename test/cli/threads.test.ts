import { describe, expect, test } from "vitest";
import { command, interrupted } from "../installed/command.ts";
import { TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

/** Enough characters of candidates that threads start. */
const PADDING = `// insufficient_scope\n${"export const padding = 1;\n".repeat(45_000)}`;
const nested = (depth: number) =>
  `// insufficient_scope\nexport const x = ${"(".repeat(depth)}1${")".repeat(depth)};\n`;
/** Takes some 100 MB to parse. */
const HEAVY = `// insufficient_scope\n${Array.from({ length: 150_000 }, (_, index) => `f${index}(a, { b: [1, 2] });`).join("\n")}\n`;

describe("threads", () => {
  test("give the same result however many there are", async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`src/${index}.ts`, TYPESCRIPT]));
    const broken = "const broken = { ; // insufficient_scope\n";
    const { root } = tempProject({ ...many, "padding.js": PADDING, "broken/b.ts": broken, "broken/a.ts": broken });
    const outputs = [];
    for (const count of [1, 2, 8]) {
      const { code, stdout, stderr } = await command(root, ["check", "-f", "json", `--concurrency=${count}`]);
      expect(code).toBe(2);
      outputs.push(stderr + stdout.replace(/"milliseconds": [\d.]+/, ""));
    }
    expect(outputs[1]).toBe(outputs[0]);
    expect(outputs[2]).toBe(outputs[0]);
    expect(JSON.parse(outputs[0]?.slice(outputs[0].indexOf("{")).replace(",\n    ,", ",") ?? "").summary.findings).toBe(
      40,
    );
  });

  test("are tried where nesting is too deep for the main one, so that it does not matter what else is checked", async () => {
    const { root } = tempProject({ "deep.js": nested(2000), "src/a.ts": TYPESCRIPT, "padding.js": PADDING });
    const alone = await command(root, ["check", "deep.js", "src"]);
    expect(alone).toMatchObject({ code: 1, stderr: "" });
    const among = await command(root, ["check", "."]);
    expect(among).toMatchObject({ code: 1, stderr: "" });
  });

  test("report a file that is nested too deeply even for them, and the rest", async () => {
    const { root } = tempProject({ "deep.js": nested(400_000), "src/a.ts": TYPESCRIPT });
    const { code, stdout, stderr } = await command(root, ["check"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Could not decide:\n {2}deep\.js {2}it is nested too deeply/);
    expect(stdout).toContain("1 finding in 1 file");
  });

  test("end alone where memory runs out: the file is named, and all others are reported", async () => {
    const { root } = tempProject({ "a.js": HEAVY, "b.js": HEAVY, "src/a.ts": TYPESCRIPT, "z.ts": TYPESCRIPT });
    const env = { NODE_OPTIONS: "--max-old-space-size=60" };
    for (const count of [1, 2]) {
      const { code, stdout, stderr } = await command(root, ["check", `--concurrency=${count}`], { env });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^ {2}a\.js {2}it needs more memory than Node allows/m);
      expect(stderr).toMatch(/^ {2}b\.js {2}it needs more memory than Node allows/m);
      expect(stdout).toContain("2 findings in 2 files");
    }
  });

  test("end at once when the run is interrupted", async () => {
    const { root } = tempProject({ "a.js": HEAVY, "b.js": HEAVY, "c.js": HEAVY });
    for (const patience of [300, 600, 1200]) {
      const { code, signal, stdout, stderr } = await interrupted(root, ["check"], patience);
      expect({ code, signal, stdout, stderr }).toEqual({ code: 130, signal: null, stdout: "", stderr: "" });
    }
  });
});
