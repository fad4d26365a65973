import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { sidesOf } from "../readme/markdown.ts";
import { blockOf } from "../readme/pages.ts";
import { TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

const MANIFEST = { name: "client", type: "module" };
const sitesOf = (stdout: string): unknown[] =>
  JSON.parse(stdout).sites.map(({ file, rule, verdict }: Record<string, string>) => [file, verdict, rule]);

const STORED = `import { requestAccess } from "@acme/oauth";
import { SessionStore } from "./session.js";
export class Client {
  scope?: string;
  constructor(private readonly store: SessionStore) {}
  async onForbidden(response: Response) {
    const { error, scope } = parse(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      await requestAccess(this.store, { scope: this.scope });
    }
  }
}
`;

describe("a configuration file", () => {
  test("says what the command line does not, to check, fix and explain", async () => {
    const { root, path, files } = tempProject({
      "package.json": MANIFEST,
      "step-up-union.config.json": blockOf("config: example").text,
      "src/generated/a.ts": TYPESCRIPT,
      "src/client.ts": STORED,
      "src/oauth/scopes.ts": "export const unionScopes = (...scopes: (string | undefined)[]) => scopes.join(' ');\n",
    });
    const written = await command(root, ["check", "--update-baseline", "--format=json", "src"]);
    expect(sitesOf(written.stdout)).toEqual([["src/client.ts", "rewrite", "replaced-scope"]]);
    const known = await command(root, ["check", "src"]);
    expect([known.code, known.stderr]).toEqual([0, ""]);
    const explained = await command(path("src"), ["explain", "client.ts:9"]);
    expect([explained.code, explained.stdout]).toEqual([0, expect.stringContaining("this.store.tokens()")]);
    const fixed = await command(path("src"), ["fix", "--allow-dirty", "."]);
    expect(fixed.code).toBe(0);
    const { "src/client.ts": text, "src/generated/a.ts": left } = files();
    expect(text).toContain('import { unionScopes } from "./oauth/scopes.js";');
    expect(text).toContain("this.scope = unionScopes(tokens?.scope, this.scope, scope);");
    expect(left).toBe(TYPESCRIPT);
  });

  test("has names by which the example of the page is rewritten, and not where the scope is an argument by itself", async () => {
    const { before, after } = sidesOf(blockOf("named: src/client.ts").text);
    const record = "requestAccess({ store: this.store, scope: this.scope })";
    expect(before).toContain(record);
    const { root, read } = tempProject({
      "package.json": MANIFEST,
      "step-up-union.config.json": blockOf("config: example").text,
      "src/client.ts": before,
      "src/positional.ts": before.replace(record, "requestAccess(this.store, this.scope)"),
      "src/oauth/scopes.ts": "export const unionScopes = (...scopes: (string | undefined)[]) => scopes.join(' ');\n",
    });
    const check = async (...args: string[]) =>
      sitesOf((await command(root, ["check", "--format=json", ...args])).stdout);
    const review = (file: string) => [file, "review", "unproven-step-up"];
    expect(await check("--no-config", "src")).toEqual([review("src/client.ts"), review("src/positional.ts")]);
    expect(await check("--update-baseline", "src")).toEqual([
      ["src/client.ts", "rewrite", "replaced-scope"],
      review("src/positional.ts"),
    ]);
    expect((await command(root, ["fix", "src"])).code).toBe(1);
    expect(read("src/client.ts")).toBe(after);
  });

  test("gives way to the command line, which the commands that are told next repeat", async () => {
    const { root } = tempProject({
      "package.json": { ...MANIFEST, "step-up-union": { "ignore-pattern": ["src/"], "fail-on": "never" } },
      "other.json": { "fail-on": "never", tokens: "omit" },
      "src/a.ts": TYPESCRIPT,
      "b.ts": TYPESCRIPT,
    });
    const plain = await command(root, ["check"]);
    expect([plain.code, plain.stdout]).toEqual([0, expect.not.stringContaining("src/a.ts")]);
    const strict = await command(root, ["check", "--fail-on=rewrite"]);
    expect(strict.code).toBe(1);
    const none = await command(root, ["check", "--no-config"]);
    expect([none.code, none.stdout]).toEqual([1, expect.stringContaining("  step-up-union fix --no-config .")]);
    const other = await command(root, ["check", "--config=other.json"]);
    expect([other.code, other.stdout]).toEqual([
      0,
      expect.stringMatching(/ {2}step-up-union fix '?--config=.*other\.json'? \./),
    ]);
  });

  test("leaves out what its patterns match from where it stands, and the command line takes it back", async () => {
    const { root, path } = tempProject({
      "package.json": MANIFEST,
      "src/x.json": { "ignore-pattern": ["/generated/", "*.gen.ts"] },
      "src/generated/a.ts": TYPESCRIPT,
      "src/b.gen.ts": TYPESCRIPT,
      "src/c.ts": TYPESCRIPT,
    });
    const filesOf = async (folder: string, ...args: string[]) =>
      JSON.parse((await command(folder, ["check", "--format=json", ...args])).stdout).sites.map(
        ({ file }: { readonly file: string }) => file,
      );
    expect(await filesOf(root, "--config=src/x.json")).toEqual(["src/c.ts"]);
    expect(await filesOf(path("src"), "--config=x.json")).toEqual(["c.ts"]);
    expect(await filesOf(path("src"), "--config=x.json", "--ignore-pattern=!b.gen.ts")).toEqual(["b.gen.ts", "c.ts"]);
    const wrong = await command(root, ["check", "--print-config", "--fail-on=nope"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--fail-on=nope is not known")]);
  });

  test("that is wrong, or not there, is told, and nothing is judged", async () => {
    const { root } = tempProject({ "step-up-union.config.json": { helpr: "inline" }, "b.ts": TYPESCRIPT });
    for (const name of ["check", "fix", "explain"]) {
      const { code, stdout, stderr } = await command(root, [name]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(
        /^error: .*step-up-union\.config\.json is wrong:\n"helpr" is not known\. Did you mean "helper"\?/,
      );
    }
    const gone = await command(root, ["check", "--config=none.json"]);
    expect([gone.code, gone.stderr]).toEqual([
      2,
      expect.stringContaining("none.json cannot be read: there is no such file"),
    ]);
  });

  test("is printed with all that holds, in its own form", async () => {
    const { root, path } = tempProject({
      "package.json": {
        ...MANIFEST,
        "step-up-union": {
          baseline: "a.json",
          "ignore-pattern": ["/x"],
          names: { provider: [{ module: "./s", export: "S" }] },
        },
      },
      "deep/src/a.ts": "",
    });
    const { code, stdout, stderr } = await command(path("deep"), [
      "check",
      "--print-config",
      "--tokens=omit",
      "--ignore-pattern=y",
      "--ignore-pattern=!src/z",
    ]);
    expect([code, stderr]).toEqual([0, "From ../package.json.\n"]);
    const printed = {
      helper: "auto",
      "on-401": "keep",
      "shared-handlers": "review",
      tokens: "omit",
      "ignore-pattern": ["/x", "/deep/**/y", "!/deep/src/z"],
      baseline: "./a.json",
      "fail-on": "review",
      names: { provider: [{ module: "./s", export: "S" }] },
    };
    expect(JSON.parse(stdout)).toEqual(printed);
    // What is printed is a configuration that says the same.
    const again = tempProject({ "step-up-union.config.json": stdout });
    expect(JSON.parse((await command(again.root, ["fix", "--print-config"])).stdout)).toEqual(printed);
    expect(root).not.toBe(again.root);
  });
});
