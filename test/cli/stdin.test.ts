import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { shell } from "../installed/shell.ts";
import { TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

const FILES = {
  "package.json": { name: "client", type: "module" },
  ".gitignore": "ignored\n",
  "src/a.ts": "export {};\n",
};
const of = (name: string, ...more: string[]) => ["check", "--stdin", "--stdin-filename", name, ...more];

describe("--stdin", () => {
  test("prints the finding, exactly, and says no command that would look at the disk", async () => {
    const project = tempProject(FILES);
    const { code, stdout, stderr } = await command(project.root, of("src/a.ts", "--quiet"), { stdin: TYPESCRIPT });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout.replace(/union@[\d.]+/, "union@0")).toMatchInlineSnapshot(`
      "src/a.ts
        19:11  rewrite  replaced-scope  \`this._scope\` is overwritten with the challenged scope \`scope\`; request the union instead

            17 |         if (this._lastHeader === header) throw new Error('Step-up was tried.');
            18 |         if (scope) {
        >   19 |           this._scope = scope;
               |           ^^^^^^^^^^^^^^^^^^^
            20 |         }

        change
               +         const tokens = await this._authProvider.tokens();
            16           const header = response.headers.get('WWW-Authenticate');
                 ...
            19 -           this._scope = scope;
               +           this._scope = unionScopes(tokens?.scope, this._scope, scope);

        evidence  13:9   response.status === 403  (status)
                  15:11  error === 'insufficient_scope'  (comparison)
        advice    refresh-cannot-widen: a stored refresh token makes \`auth()\` refresh, which cannot widen the scope: drop that token first
        rule      step-up-union explain --rule replaced-scope
        docs      https://unpkg.com/step-up-union@0/docs/rules.md#replaced-scope
        id        f5419feeb115d5bd
      "
    `);
    const full = await command(project.root, of("src/a.ts"), { stdin: TYPESCRIPT });
    expect(full.stdout).not.toContain("Next:");
  });

  test("counts in the text as it came: CRLF and a byte order mark included", async () => {
    const project = tempProject(FILES);
    const variants = [TYPESCRIPT, TYPESCRIPT.replaceAll("\n", "\r\n"), `\uFEFF${TYPESCRIPT}`];
    const sites = [];
    for (const stdin of variants) {
      const { code, stdout } = await command(project.root, of("src/a.ts", "-f", "json"), { stdin });
      const { sites: found, summary } = JSON.parse(stdout);
      const [site] = found;
      expect(code).toBe(1);
      expect(summary.files).toEqual({ selected: 1, read: 1, parsed: 1 });
      expect(stdin.slice(site.start, site.end)).toBe("this._scope = scope");
      sites.push([site.file, site.line, site.column, site.start]);
    }
    const start = TYPESCRIPT.indexOf("this._scope = scope");
    expect(sites).toEqual([
      ["src/a.ts", 19, 11, start],
      ["src/a.ts", 19, 11, start + 18],
      ["src/a.ts", 19, 11, start + 1],
    ]);
  });

  test("takes the name as if the file were named: what is not there and what .gitignore lists is checked", async () => {
    const project = tempProject(FILES);
    for (const name of ["src/new.tsx", "ignored/a.ts", "./src/../src/b.mts", "../outside.ts", "types.d.ts"]) {
      const { code } = await command(project.root, of(name), { stdin: TYPESCRIPT });
      expect([name, code]).toEqual([name, 1]);
    }
    for (const name of ["README.md", "src/a.vue", "src", "."]) {
      const { code, stderr } = await command(project.root, of(name), { stdin: TYPESCRIPT });
      expect([name, code]).toEqual([name, 2]);
      expect(stderr).toContain("Its extension is none of those that are checked");
    }
    const left = await command(project.root, of("src/a.ts", "--ignore-pattern=src/"), { stdin: TYPESCRIPT });
    expect(left.code).toBe(2);
    expect(left.stderr).toContain("left out by an ignore pattern");
  });

  test("is clean where it is empty, and refuses what it cannot be combined with", async () => {
    const { root } = tempProject(FILES);
    expect((await shell(root, "check --stdin --stdin-filename a.ts < /dev/null; echo $?")).stdout).toMatch(/\n0\n$/);
    const wrong = [
      ["--stdin"],
      of("a.ts", "b.ts").slice(1),
      of("a.ts", "--staged").slice(1),
      ["--stdin-filename=a.ts"],
    ];
    for (const args of wrong) expect((await command(root, ["check", ...args])).code).toBe(2);
  });
});
