import { describe, expect, test } from "vitest";
import { exportsUnionScopes } from "../../src/place/vendored-text.ts";
import { jscodeshift, runnerProject } from "../runner/jscodeshift.ts";
import { migrated } from "./migrated.ts";
import { commandsOf, exampleFor, marked, PAGES } from "./pages.ts";

describe("the documentation's examples", () => {
  test("are there", () => expect(marked("example").length).toBeGreaterThan(2));

  test.each(marked("example").map(({ mark = "", text, language }) => ({ mark, text, language })))(
    "$mark",
    async (block) => {
      const [file = "", ...flags] = block.mark.replace("example: ", "").split(" ");
      if (flags.includes("vendored")) {
        expect(exportsUnionScopes(block.text)).toBe(true);
        const vendored = await migrated("src/transport.ts", exampleFor("src/transport.ts").before, []);
        expect(vendored.files[file]).toBe(block.text);
        return;
      }
      const { before, after } = exampleFor(file);
      const { files, lines } = await migrated(file, before, flags);
      expect(files[file]).toBe(after);
      expect(lines.filter((line) => / suppression /.test(line))).toEqual([]);
      expect(lines.length === 0).toBe(before === after);
    },
  );

  test.each(marked("report").map(({ mark = "", text }) => ({ mark, text })))("$mark", async ({ mark, text }) => {
    const file = mark.replace("report: ", "");
    const { lines } = await migrated(file, exampleFor(file).before, []);
    expect(lines.map((line) => `${file} ${line}\n`).join("")).toBe(text);
  });
});

describe("the documentation's commands of the runner", () => {
  const runs = commandsOf(PAGES).flatMap((command) => /npx jscodeshift (.+)$/.exec(command)?.[1] ?? []);
  test.each([...new Set(runs)])("npx jscodeshift %s", async (line) => {
    const example = exampleFor("src/transport.ts");
    const project = runnerProject({
      "package.json": { name: "client", type: "module" },
      "src/transport.ts": example.before,
      "src/transport.mts": example.before,
      "src/node_modules/other/transport.ts": example.before,
    });
    const [, ...args] = line
      .replace(/-t \S+/, "-t")
      .replace("<src>", "src")
      .replaceAll("'", "")
      .split(" ");
    const { errors, results, lines } = await jscodeshift(project, args);
    expect(errors).toEqual([]);
    const dry = args.includes("--dry");
    expect(lines.includes("Running in dry mode, no files will be written! ")).toBe(dry);
    expect(project.read("src/transport.ts") === example.before).toBe(dry);
    const isNamed = (option: string) => args.some((argument) => argument.startsWith(option));
    expect(project.read("src/transport.mts") !== example.before).toBe(isNamed("--extensions"));
    const ignored = isNamed("--ignore-pattern");
    expect(project.read("src/node_modules/other/transport.ts") === example.before).toBe(dry || ignored);
    expect(results.ok).toBe(ignored ? 1 : isNamed("--extensions") ? 3 : 2);
  });

  test("end with 0 whatever happens", async () => {
    const { before } = exampleFor("src/transport.ts");
    const project = runnerProject({
      "package.json": { name: "client", type: "module" },
      "src/broken.ts": "const broken = { ; // insufficient_scope\n",
      "src/transport.ts": before,
    });
    const broken = await jscodeshift(project, ["--dry", "src"]);
    expect(broken).toMatchObject({ code: 0, results: { errors: 1, ok: 1 }, stats: { "rewrite replaced-scope": 1 } });
    const missing = await jscodeshift(project, ["nowhere"]);
    expect(missing.code).toBe(0);
    expect(project.read("src/transport.ts")).toBe(before);
  });
});
