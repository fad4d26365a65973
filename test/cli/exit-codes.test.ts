import { describe, expect, test } from "vitest";
import { COMMAND_EXIT_CODES, EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { command, interrupted } from "../installed/command.ts";
import { TYPESCRIPT, TYPESCRIPT_MIGRATED } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";
import { hasItsTurn } from "../thoroughness.ts";

const BROKEN = 'const broken = { ; // "insufficient_scope"\n';
const SHARED = `export class Client {
  async onRefused(response) {
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
const FILES = {
  "package.json": { name: "client", type: "module" },
  "clean/a.ts": "export const a = 1;\n",
  "migrated/transport.ts": TYPESCRIPT_MIGRATED,
  "migrated/union-scopes.ts": "export const unionScopes = (...scopes: (string | undefined)[]) => scopes.join(' ');\n",
  "site/transport.ts": TYPESCRIPT,
  "shared/client.js": `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";\n${SHARED}`,
  "suppressed/transport.ts": TYPESCRIPT.replace(
    "          this._scope = scope;",
    "          // step-up-union-ignore-next-line replaced-scope -- one thing at a time\n$&",
  ),
  "broken/broken.ts": BROKEN,
  "broken-elsewhere/broken.ts": "const broken = { ; // scope 403 auth()\n",
  "empty/README.md": "# Nothing to check\n",
  "-lead.ts": "export {};\n",
};

/** A command line, and the code with which it ends. Each starts the command: most take their turn. */
const CASES: [args: string, code: number, says: RegExp][] = [
  ["check --helper=import --helper-source=./none.js site", 2, /cannot be imported from \.\/none\.js: no file is there/],
  ["fix --dry-run --helper=import --helper-source=./none.js site", 2, /cannot be imported from/],
  ["check clean", 0, /No step-up handler/],
  ["check migrated", 0, /union already/],
  ["check site", 1, /site\/transport\.ts/],
  ["check shared", 1, /shared-401-403-handler/],
  ["check shared --fail-on=rewrite", 0, /shared-401-403-handler/],
  ["check site --fail-on=never", 0, /replaced-scope/],
  ["check site --fail-on=rewrite", 1, /replaced-scope/],
  ["check suppressed", 0, /1 suppressed/],
  ["check suppressed --fail-on=advice", 1, /refresh-cannot-widen/],
  ["check broken", 2, /broken\/broken\.ts:1:18 {2}it does not parse: [^.]+\. It holds/],
  ["check broken site", 2, /broken\/broken\.ts:1:18/],
  ["check broken --fail-on=never", 2, /broken\/broken\.ts:1:18/],
  ["check broken-elsewhere", 0, /broken-elsewhere\/broken\.ts:1:18/],
  ["check nowhere", 2, /nowhere/],
  ["check empty", 2, /empty/],
  ["check 'no/*.match'", 2, /no\/\*\.match/],
  ["check --allow-no-files empty", 0, /Remarks:\n {2}empty {2}No file here has an extension that is checked/],
  ["fix --allow-no-files empty", 0, /No finding is left/],
  ["explain --allow-no-files empty", 0, /No step-up handler replaces/],
  ["check --allow-no-files empty nowhere", 2, /Could not decide:\n {2}nowhere/],
  ["check site nowhere", 2, /nowhere/],
  ["check --no-such-option", 2, /unknown option '--no-such-option'/],
  ["check --quiet=yes", 2, /--quiet takes no value/],
  ["explain --quiet src", 2, /--quiet is an option of check, not of explain\.\n/],
  ["check --dry-run", 2, /--dry-run is an option of fix, not of check\.\n/],
  ["fix --staged", 2, /--staged is an option of check and explain, not of fix\.\n/],
  ["explain --stdin", 2, /--stdin is an option of check, not of explain\.\n/],
  ["merge --helper=inline", 2, /--helper is an option of check, fix and explain, not of merge\.\n/],
  ["fix --format json", 2, /--format is an option of check, explain and merge, not of fix\.\n/],
  ["fix -f json", 2, /-f is an option of check, explain and merge, not of fix\.\n/],
  ["check -lead.ts", 2, /For the file of that name, write \.\/-lead\.ts\./],
  ["check ./-lead.ts", 0, /1 file checked/],
  ["check --fail-on=sometimes", 2, /--fail-on=sometimes is not known/],
  ["check --helper=vender", 2, /Did you mean vendor/],
  ["check --format=yaml", 2, /There is no format yaml/],
  ["check --since=no-such-ref", 2, /no-such-ref|repository/],
  ["check --project=missing.json", 2, /missing\.json/],
  ["check --baseline=missing.json site", 2, /missing\.json/],
  ["fix --allow-dirty --project=missing.json site", 2, /missing\.json/],
  ["chek", 2, /Did you mean check/],
  ["", 2, /Usage: step-up-union/],
  ["--help", 0, /Exit codes:/],
  ["check --help", 0, /--fail-on-dependencies/],
  ["help check", 0, /--fail-on-dependencies/],
  ["help", 0, /Usage: step-up-union/],
  ["help chek", 2, /Usage: step-up-union/],
  ["--version", 0, /^\d+\.\d+\.\d+\n$/],
];

describe("the exit code", () => {
  test.each(CASES.filter(([line]) => hasItsTurn(line, 4)))("of %s is %i", async (line, code, says) => {
    const project = tempProject(FILES);
    const args = line
      .split(" ")
      .map((word) => word.replaceAll("'", ""))
      .filter((word) => word !== "");
    const before = project.files();
    const output = await command(project.root, args);
    expect(output).toMatchObject({ code, signal: null });
    expect(output.stdout + output.stderr).toMatch(says);
    expect(project.files()).toEqual(before);
  });

  test("is 2 for a file that cannot be read, and the others are reported", async () => {
    const project = tempProject({ "b.ts": TYPESCRIPT });
    const { symlinkSync } = await import("node:fs");
    symlinkSync("missing.ts", project.path("a.ts"));
    const { code, stdout, stderr } = await command(project.root, ["check", "a.ts", "b.ts"]);
    expect(code).toBe(2);
    expect(stderr).toContain("a.ts");
    expect(stdout).toContain("replaced-scope");
  });

  test("is right for the examples of every help", async () => {
    const found = { check: 1, fix: 0, explain: 0 };
    for (const [name, code] of Object.entries(found)) {
      const project = tempProject({ "package.json": FILES["package.json"], "src/transport.ts": TYPESCRIPT });
      const { stdout } = await command(project.root, [name, "--help"]);
      const examples = [...stdout.matchAll(/^ {2}step-up-union (.+?) {2,}\S/gm)].map(([, line = ""]) => line);
      expect(examples.length).toBeGreaterThan(2);
      for (const line of examples.filter((each) => !/--since|--interactive/.test(each))) {
        const args = line.replace("transport.ts:17", "transport.ts:19").split(" ");
        expect({ line, code: (await command(project.root, args)).code }).toEqual({ line, code });
      }
    }
  });

  test("is 130 after an interruption, with nothing but whole lines left on the terminal", async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`src/${index}.ts`, TYPESCRIPT]));
    const project = tempProject(many);
    const { code, signal, stdout } = await interrupted(project.root, ["check"], 700);
    expect({ code, signal }).toEqual({ code: 130, signal: null });
    expect(stdout).toBe("");
  });

  test("is explained by the help of every command", async () => {
    const project = tempProject({});
    const explained = async (...args: string[]) => {
      const { stdout } = await command(project.root, args);
      const [, lines = ""] = stdout.split("Exit codes:\n");
      return Object.fromEntries([...lines.matchAll(/^ {2}(\d+) +(.*)$/gm)].map(([, code, meaning]) => [code, meaning]));
    };
    expect(await explained("--help")).toEqual(EXIT_CODES);
    for (const [name, codes] of Object.entries(COMMAND_EXIT_CODES)) {
      expect(await explained(name, "--help")).toEqual(codes);
      expect(Object.keys(codes).filter((code) => !(code in EXIT_CODES))).toEqual([]);
    }
  });
});
