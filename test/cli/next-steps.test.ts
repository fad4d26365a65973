import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { AS_DEPENDENCY } from "../installed/dependency.ts";
import { shell } from "../installed/shell.ts";
import { AUTH, STRICT } from "../project/analyzed.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { git } from "./files/git-command.ts";
import { rewriteFixture } from "./fix/command.ts";

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const MANIFEST = { name: "project", type: "module" };
/** The same challenge, answered with 401. */
const UNAUTHORIZED = SITE.replace("response.status === 403", "response.status === 401").replace(
  "'insufficient_scope'",
  "'invalid_token'",
);
/** A baseline without entries. */
const NOTHING_KNOWN = { version: 1, sites: [] };
const REVIEW = `import { auth, extractWWWAuthenticateParams } from "./auth.js";
export class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scopes = scope.split(" ");
      await auth(this.provider, { scope: this.scopes.join(" ") });
    }
  }
}
`;

interface Case {
  readonly files: Readonly<Record<string, string | object>>;
  readonly args: readonly string[];
  /** The files that are fixed by what is told to be next. */
  readonly fixed: readonly string[];
  prepare?(project: TempProject): void | Promise<void>;
}

function committed({ root }: TempProject): void {
  git(root, "init", "--quiet");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "Begin");
}

const CASES: Readonly<Record<string, Case>> = {
  "in the working folder": { files: { "a.ts": SITE }, args: [], fixed: ["a.ts"] },
  "for names that a shell takes apart": {
    files: { "src/$(exit 9) 'a' \"b\".ts": SITE },
    args: ["src/$(exit 9) 'a' \"b\".ts"],
    fixed: ["src/$(exit 9) 'a' \"b\".ts"],
  },
  "for a name that looks like an option": { files: { "-rf.ts": SITE }, args: ["./-rf.ts"], fixed: ["-rf.ts"] },
  "for a name that looks like a pattern": {
    files: { "app/[id]/a.ts": SITE },
    args: ["app/[id]"],
    fixed: ["app/[id]/a.ts"],
  },
  "for a name that no terminal gets": {
    files: { "src/\u001b[31m\n\u202e.ts": SITE },
    args: ["src"],
    fixed: ["src/\u001b[31m\n\u202e.ts"],
  },
  "for a name that looks like a line": { files: { "src:7/a.ts": SITE }, args: ["src:7"], fixed: ["src:7/a.ts"] },
  "for patterns": {
    files: { "src/a.ts": SITE, "src/a.test.ts": SITE },
    args: ["src/**/*.ts", "!**/*.test.ts"],
    fixed: ["src/a.ts"],
  },
  "with the engine's options": {
    files: { "src/a.ts": UNAUTHORIZED, "my scopes.ts": "export const unite = () => '';\n" },
    args: ["--on-401", "union", "--helper=import", "--helper-source=./my scopes.js", "--helper-name=unite", "src"],
    fixed: ["src/a.ts"],
  },
  "with a project": {
    files: {
      "tsconfig.json": { ...STRICT, include: ["src"] },
      "src/auth.ts": AUTH,
      "src/code.ts": 'export const CODE = "insufficient_scope";\n',
      "src/a.ts": `import { auth, type OAuthClientProvider, parseChallenge } from "./auth.js";
import { CODE } from "./code.js";
export class Client {
  private _scope: string | undefined;
  constructor(private _provider: OAuthClientProvider) {}
  async send(response: Response): Promise<void> {
    const { error, scope } = parseChallenge(response);
    if (error === CODE) {
      this._scope = scope;
      await auth(this._provider, { serverUrl: "https://mcp.example", scope: this._scope });
    }
  }
}
`,
    },
    args: ["--project", "tsconfig.json"],
    fixed: ["src/a.ts"],
  },
  "with patterns to ignore, and without .gitignore": {
    files: { ".gitignore": "gen/\n", "gen/a.ts": SITE, "-old/b.ts": SITE },
    args: ["--no-ignore", "--ignore-pattern=-old"],
    fixed: ["gen/a.ts"],
    prepare: committed,
  },
  "since a commit": {
    files: { "a.ts": SITE, "b.ts": SITE },
    args: ["--since", "HEAD~1"],
    fixed: ["a.ts"],
    prepare(project) {
      committed(project);
      writeFileSync(project.path("a.ts"), `${SITE}// changed\n`);
      git(project.root, "commit", "--quiet", "--all", "--message", "Change");
    },
  },
  "for what a baseline does not list": {
    files: { "src/old.ts": SITE, "src/-new 'one'.ts": SITE, "known.json": NOTHING_KNOWN },
    args: ["--baseline=known.json", "src"],
    fixed: ["src/-new 'one'.ts"],
    async prepare({ root }) {
      await command(root, ["check", "--baseline=known.json", "--update-baseline", "src/old.ts"]);
    },
  },
  "for what a baseline of the configuration does not list": {
    files: {
      ".gitignore": "gen/\n",
      "gen/new.ts": SITE,
      "old.ts": SITE,
      "step-up-union.config.json": { baseline: "known.json" },
      "known.json": NOTHING_KNOWN,
    },
    args: ["--no-ignore"],
    fixed: ["gen/new.ts"],
    async prepare(project) {
      committed(project);
      await command(project.root, ["check", "--update-baseline"]);
    },
  },
  "for staged files": {
    files: { "a.ts": SITE, "b.ts": SITE },
    args: ["--staged"],
    fixed: ["a.ts"],
    prepare(project) {
      committed(project);
      writeFileSync(project.path("a.ts"), `// first\n${SITE}`);
      git(project.root, "add", "a.ts");
    },
  },
};

/** The commands below a line of a report. */
function commandsBelow(title: string, report: string): string[] {
  const lines = report.split("\n");
  const first = lines.indexOf(title) + 1;
  return first === 0 ? [] : lines.slice(first).flatMap((line) => /^ {2}(step-up-union .*)$/.exec(line)?.[1] ?? []);
}

describe("what check tells to be next works as it is printed", () => {
  for (const [name, { files, args, fixed, prepare }] of Object.entries(CASES)) {
    test(name, async () => {
      const project = tempProject({ "package.json": MANIFEST, ...files });
      await prepare?.(project);
      const before = project.files();
      const { code, stdout } = await command(project.root, ["check", ...args]);
      expect(code).toBe(1);
      const [explain = "", fix = "", ...others] = commandsBelow("Next:", stdout);
      expect(others).toEqual([]);
      expect(explain).toContain("step-up-union explain ");

      const explained = await shell(project.root, explain, { LC_ALL: "C.UTF-8" });
      expect(explained, explain).toMatchObject({ code: 0, stderr: "" });
      expect(explained.stdout).toMatch(/:\d+:\d+ rewrite replaced-scope/);

      const done = await shell(project.root, fix, { LC_ALL: "C.UTF-8" });
      expect(done, fix).toMatchObject({ code: 0, stderr: "" });
      const after = project.files();
      expect(Object.keys(before).filter((file) => after[file] !== before[file])).toEqual(fixed);
    });
  }
});

describe("what fix tells to see works as it is printed", () => {
  test.each([[[]], [["--dry-run"]], [["--on-401=union"]]])("with %j", async (args) => {
    const project = tempProject({ "package.json": MANIFEST, "src/it's a review.js": REVIEW });
    const { code, stdout, stderr } = await command(project.root, ["fix", ...args]);
    expect(code).toBe(1);
    const [see = ""] = /(?<= {2}See: )step-up-union .*/.exec(stdout + stderr) ?? [];
    for (const arg of args) expect(see.includes(arg)).toBe(arg !== "--dry-run");
    const explained = await shell(project.root, see, { LC_ALL: "C.UTF-8" });
    expect(explained, see).toMatchObject({ code: 0, stderr: "" });
    expect(explained.stdout).toContain("scope-collection");
  });
});

test("what check tells about the installed SDK works as it is printed", async () => {
  const sdk = "node_modules/@modelcontextprotocol/sdk";
  const project = tempProject({
    "package.json": MANIFEST,
    "a.ts": "export {};\n",
    [`${sdk}/package.json`]: { name: "@modelcontextprotocol/sdk", version: "1.32.2", type: "module" },
    [`${sdk}/dist/a.js`]: REVIEW.replace('.split(" ")', "").replaceAll("scopes", "scope").replace('.join(" ")', ""),
  });
  const { stdout } = await command(project.root, ["check"]);
  const [check = ""] = /(?<=see: )step-up-union check \S+/.exec(stdout) ?? [];
  const found = await shell(project.root, check);
  expect(found).toMatchObject({ code: 1, stderr: "", stdout: expect.stringContaining(`${sdk}/dist/a.js`) });
});

describe("what is told to be next", () => {
  const next = ({ stdout }: { readonly stdout: string }) => stdout.split("\nNext:\n")[1] ?? "";

  test("begins with npx where that finds the command", async () => {
    const project = tempProject({ ...AS_DEPENDENCY, "package.json": MANIFEST, "a.ts": SITE });
    const commands = "  npx step-up-union explain a.ts:7\n  npx step-up-union fix a.ts\n";
    expect(next(await command(project.root, ["check", "a.ts"])).replace(/:\d+/, ":7")).toBe(commands);
  });

  test("leaves out a project that could not be read", async () => {
    const project = tempProject({ "package.json": MANIFEST, "a.ts": SITE });
    const checked = await command(project.root, ["check", "--project=nope.json", "a.ts"]);
    expect(checked.code).toBe(2);
    expect(next(checked)).toContain("step-up-union fix a.ts\n");
    for (const args of [["check", "--format=agent"], ["explain"], ["fix"]]) {
      const { stdout } = await command(project.root, [...args, "--project=nope.json", "a.ts"]);
      // Reports say what they were made of, with the options that were given.
      const isReport = args[0] === "explain" || args[1] === "--format=agent";
      expect([args, stdout.includes("nope.json")]).toEqual([args, isReport]);
      expect([args, /step-up-union [^`]*nope\.json/.exec(stdout)]).toEqual([args, null]);
    }
  });

  test("is no fix where a comment suppresses what could be rewritten", async () => {
    const comment = "// step-up-union-ignore-next-line replaced-scope -- one scope is ever granted\n";
    const source = SITE.replace(/^.*this\._scope = scope;\n/gm, (line) => `${comment}${line}`);
    const { code, stdout } = await command(tempProject({ "a.ts": source }).root, ["check", "--fail-on=advice"]);
    expect(code).toBe(1);
    expect(stdout).toContain("1 suppressed");
    expect(next({ stdout })).toMatch(/^ {2}step-up-union explain a\.ts:\d+\n$/);
  });
});
