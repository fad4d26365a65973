import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command, interrupted } from "../installed/command.ts";
import { AUTH, STRICT } from "../project/analyzed.ts";
import { tempProject } from "../temp-project.ts";

const handler = (name: string, type: string, value: string, evidence: string) => `
import { auth, type OAuthClientProvider, parseChallenge } from "./auth.js";
import { CODE, type Known } from "./constants.js";
export class ${name} {
  private _scope: ${type} | undefined;
  constructor(private _provider: OAuthClientProvider) {}
  async send(response: Response): Promise<void> {
    const { error, scope } = parseChallenge(response);
    if (error === ${evidence}) {
      this._scope = ${value};
      await auth(this._provider, { serverUrl: "https://mcp.example", scope: this._scope });
    }
  }
}
export const used: [typeof CODE, Known?] = [CODE];
`;

const FILES = {
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": { ...STRICT, include: ["src"] },
  "src/auth.ts": AUTH,
  "src/constants.ts": `export const CODE = "insufficient_scope";\nexport type Known = "files:read" | "files:write";\n`,
  "src/elsewhere.ts": handler("Elsewhere", "string", "scope", "CODE"),
  "src/narrow.ts": handler("Narrow", "Known", "scope as Known", '"insufficient_scope"'),
  "src/plain.ts": "export {};\n",
  "outside/elsewhere.ts": handler("Elsewhere", "string", "scope", '"insufficient_scope"').replaceAll("./", "../src/"),
};

const rules = (stdout: string) =>
  JSON.parse(stdout).sites.map(
    ({ file, rule, reasons }: { file: string; rule: string; reasons: { error?: object } }) => [
      file,
      rule,
      ...(reasons.error ? [reasons.error] : []),
    ],
  );

describe("--project", () => {
  test("proves by other files what one alone does not, and withdraws what the compiler refuses", async () => {
    const project = tempProject(FILES);
    const alone = await command(project.root, ["check", "-f", "json"]);
    expect(rules(alone.stdout)).toEqual([
      ["outside/elsewhere.ts", "replaced-scope"],
      ["src/elsewhere.ts", "unproven-step-up"],
      ["src/narrow.ts", "unfit-sink"],
    ]);
    const whole = await command(project.root, ["check", "-f", "json", "--project", "tsconfig.json"]);
    expect(whole).toMatchObject({ code: 1, stderr: "" });
    expect(rules(whole.stdout)).toEqual([
      ["outside/elsewhere.ts", "replaced-scope"],
      ["src/elsewhere.ts", "replaced-scope"],
      ["src/narrow.ts", "unfit-sink", expect.objectContaining({ code: 2322 })],
    ]);
    const { files } = JSON.parse(whole.stdout).summary;
    expect(files).toEqual({ selected: 6, read: 6, parsed: expect.any(Number) });
    const part = await command(project.root, ["check", "-f", "json", "--project=.", "src/elsewhere.ts"]);
    expect(rules(part.stdout)).toEqual([["src/elsewhere.ts", "replaced-scope"]]);
    expect(JSON.parse(part.stdout).summary.files).toEqual({ selected: 1, read: 1, parsed: 1 });
  });

  test("that cannot be used is named, and the files are checked one by one", async () => {
    const project = tempProject({ ...FILES, "tsconfig.json": '{ "extends": "./missing.json" }' });
    const { code, stdout, stderr } = await command(project.root, ["check", "-f", "json", "--project=tsconfig.json"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Could not decide:\n {2}tsconfig\.json {2}.*missing\.json/);
    expect(rules(stdout)).toHaveLength(3);
    const empty = await command(project.root, ["check", "--project="]);
    expect(empty).toMatchObject({ code: 2, stdout: "" });
    expect(empty.stderr).toContain("--project names nothing");
  });

  test("with a file that does not parse judges the others", async () => {
    const project = tempProject({ ...FILES, "src/broken.ts": 'const broken = { ; // "insufficient_scope"\n' });
    const { code, stdout, stderr } = await command(project.root, ["check", "-f", "json", "--project=."]);
    expect(code).toBe(2);
    expect(stderr).toContain("src/broken.ts:1:18");
    expect(rules(stdout)).toHaveLength(3);
  });

  test("is interrupted at once, though the compiler is at work", async () => {
    const project = tempProject(FILES);
    for (let index = 0; index < 400; index++) {
      writeFileSync(project.path(`src/n${index}.ts`), handler(`N${index}`, "Known", "scope as Known", "CODE"));
    }
    const args = ["check", "--project=."];
    const { code, signal, stdout, stderr } = await interrupted(project.root, args, 1500);
    expect({ code, signal, stdout, stderr }).toEqual({ code: 130, signal: null, stdout: "", stderr: "" });
    const env = { NODE_OPTIONS: "--max-old-space-size=60" };
    const starved = await command(project.root, ["check", "--project=.", "src/narrow.ts"], { env });
    expect(starved.code).toBe(2);
    expect(starved.stderr).toMatch(/^ {2}\. {2}it needs more memory than Node allows/m);
    expect(starved.stdout).toContain("1 finding in 1 file");
  });
});
