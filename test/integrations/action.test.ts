import { spawnSync } from "node:child_process";
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { ROOT } from "../packages/fetch.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";
import { ACTION, runAction } from "./runner.ts";

const CLEAN = "export const clean = 1;\n";
const FILES = { "src/a.ts": TYPESCRIPT, "src/shared.js": SHARED };
const BROKEN = 'const broken = { ; // "insufficient_scope"\n';

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly type: "Bot" | "User" };
}

/** A pull request as GitHub's interface shows it: its comments, and what was asked for. */
async function pullRequest(comments: Comment[] = [], refusal?: number) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    asked.push(`${method} ${url}`);
    const answer = (status: number, value: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    if (request.headers.authorization !== "Bearer token-of-the-job") return answer(401, {});
    if (method === "GET") {
      const page = Number(new URL(url, "http://localhost").searchParams.get("page"));
      return answer(200, comments.slice((page - 1) * 100, page * 100));
    }
    const { body } = (await json(request)) as { body: string };
    if (refusal !== undefined) return answer(refusal, {});
    const id = Number(/comments\/(\d+)$/.exec(url)?.[1] ?? comments.length + 1);
    const at = comments.findIndex((each) => each.id === id);
    const comment: Comment = { id, body, user: { type: "Bot" } };
    comments.splice(at < 0 ? comments.length : at, at < 0 ? 0 : 1, comment);
    return answer(at < 0 ? 201 : 200, comment);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const event = tempProject({ "event.json": { pull_request: { number: 7 } } });
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_REPOSITORY: "acme/client",
    GITHUB_EVENT_PATH: event.path("event.json"),
  };
  return { env, comments, asked };
}

describe("the GitHub Action", () => {
  test("runs scripts into which no expression is filled", () => {
    const scripts = ACTION.runs.steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((each) => each.includes("${{"))).toEqual([]);
  });

  test("annotates, writes its reports and the summary, and fails the job in the end", async () => {
    const project = tempProject(FILES);
    const { isGreen, log, summary, outputs, used } = await runAction(project.root, { paths: "src" });
    expect(log).toMatch(/^::error file=src\/a\.ts,line=19,/m);
    expect(log).toMatch(/^::warning file=src\/shared\.js,/m);
    expect(summary).toContain("<code>src/a.ts:19:11</code>");
    expect({ isGreen, used, ...outputs }).toMatchObject({ isGreen: false, used: {}, "exit-code": "1", findings: "2" });
  });

  test("hands its document to code scanning where it is asked to, whatever is found", async () => {
    const project = tempProject(FILES);
    const { outputs, used } = await runAction(project.root, { "upload-sarif": "true" });
    const upload = used["github/codeql-action/upload-sarif"];
    expect(upload).toEqual({ sarif_file: outputs["sarif-file"], category: "step-up-union" });
  });

  test("is green without findings, and with them under fail-on never", async () => {
    const clean = await runAction(tempProject({ "a.js": CLEAN }).root, {});
    expect({ isGreen: clean.isGreen, ...clean.outputs }).toMatchObject({
      isGreen: true,
      "exit-code": "0",
      findings: "0",
    });
    expect(clean.summary).toContain("No step-up handler replaces the requested scope");
    const never = await runAction(tempProject(FILES).root, { "fail-on": "never" });
    expect({ isGreen: never.isGreen, ...never.outputs }).toMatchObject({
      isGreen: true,
      "exit-code": "0",
      findings: "2",
    });
    expect(never.summary).toContain("src/a.ts:19:11");
  });

  test("fails where something could not be decided, also under fail-on never", async () => {
    const project = tempProject({ ...FILES, "src/broken.ts": BROKEN });
    const { isGreen, log, summary, outputs } = await runAction(project.root, { "fail-on": "never" });
    expect({ isGreen, code: outputs["exit-code"] }).toEqual({ isGreen: false, code: "2" });
    expect(log).toMatch(/^::error file=src\/broken\.ts,/m);
    expect(summary).toContain("src/broken.ts:1:18");
    const wrong = await runAction(project.root, { options: "--no-such-option" });
    expect({ isGreen: wrong.isGreen, code: wrong.outputs["exit-code"] }).toEqual({ isGreen: false, code: "2" });
    expect(wrong.log).toContain("--no-such-option");
    expect(wrong.log).toMatch(/^::error title=step-up-union::unknown option '--no-such-option'$/m);
    const hostile = await runAction(project.root, { options: "--config=##[group]%0A::error::x" });
    expect(hostile.log.match(/^::error/gm)).toHaveLength(1);
    expect(hostile.log).not.toMatch(/##\[/);
  });

  test("takes paths and options a line each, as they are", async () => {
    const project = tempProject({ "a b/a.ts": TYPESCRIPT, "c/$(touch pwned).ts": TYPESCRIPT, "d/a.ts": TYPESCRIPT });
    const { outputs } = await runAction(project.root, {
      paths: "a b\n\n  c/$(touch pwned).ts\r\n",
      options: "--on-401=union\n--quiet",
    });
    expect(outputs.findings).toBe("2");
    expect(existsSync(project.path("pwned"))).toBe(false);
    const parted = await runAction(project.root, {
      paths: "d",
      options: "--on-401 union\n--ignore-pattern   a b/\n--quiet",
    });
    expect(parted.outputs).toMatchObject({ findings: "1", "exit-code": "1" });
  });
});

describe("the installation of the Action", () => {
  const BUILD =
    "require('node:fs').mkdirSync('dist/cli', { recursive: true }); require('node:fs').writeFileSync('dist/cli/main.js', '')";
  const OWN = { name: "stub", version: "1.0.0", dependencies: { other: "file:other" } };
  const MANIFEST = { ...OWN, scripts: { dependencies: `node -e "${BUILD}"` } };
  const OTHER = { name: "other", version: "1.0.0" };
  const packages = { "": OWN, other: OTHER, "node_modules/other": { resolved: "other", link: true } };
  const LOCK = { name: "stub", version: "1.0.0", lockfileVersion: 3, packages };
  const FILES_OF_PACKAGE = { "package.json": MANIFEST, "package-lock.json": LOCK, "other/package.json": OTHER };

  /** Runs the step in a folder of its own, and says with what code it ended and whether the command is there. */
  function install(files: Readonly<Record<string, string | object>>) {
    const project = tempProject(files);
    cpSync(join(ROOT, "action"), project.path("action"), { recursive: true });
    const { status } = spawnSync(process.execPath, [project.path("action/install.mjs")], { cwd: "/", stdio: "ignore" });
    return { status, isThere: existsSync(project.path("dist/cli/main.js")) };
  }

  test("installs the package beside itself, which builds the command", () => {
    expect(install(FILES_OF_PACKAGE)).toEqual({ status: 0, isThere: true });
  });

  test("leaves a command that is there alone, and fails where none can be had", () => {
    expect(install({ "dist/cli/main.js": "" })).toEqual({ status: 0, isThere: true });
    const { status, isThere } = install({ "package.json": MANIFEST });
    expect({ hasFailed: status !== 0, isThere }).toEqual({ hasFailed: true, isThere: false });
  });
});

describe("the comment of the Action", () => {
  const COMMENTS = { comment: "true" };

  test("is written once, and then updated", async () => {
    const project = tempProject(FILES);
    const pull = await pullRequest([{ id: 1, body: "Looks good.", user: { type: "User" } }]);
    await runAction(project.root, COMMENTS, pull.env);
    expect(pull.comments.map(({ body }) => body.includes("src/a.ts:19:11"))).toEqual([false, true]);
    await runAction(project.root, COMMENTS, pull.env);
    expect(pull.asked.filter((each) => !each.startsWith("GET"))).toEqual(["POST /repos/acme/client/issues/7/comments"]);
    for (const name of Object.keys(FILES)) writeFileSync(project.path(name), CLEAN);
    const { isGreen } = await runAction(project.root, COMMENTS, pull.env);
    expect(isGreen).toBe(true);
    expect(pull.asked.at(-1)).toBe("PATCH /repos/acme/client/issues/comments/2");
    expect(pull.comments).toHaveLength(2);
    expect(pull.comments[1]?.body).toContain("No step-up handler replaces the requested scope");
  });

  test("is not written where there has been nothing to say", async () => {
    const pull = await pullRequest();
    await runAction(tempProject({ "a.js": CLEAN }).root, COMMENTS, pull.env);
    expect(pull.comments).toEqual([]);
  });

  test("is one for each category, found behind a hundred others, and never somebody else's", async () => {
    const project = tempProject({ "a/a.ts": TYPESCRIPT, "b/a.ts": TYPESCRIPT });
    const pull = await pullRequest();
    await runAction(project.root, { ...COMMENTS, category: "a" }, pull.env);
    const [own] = pull.comments as [Comment];
    const others = Array.from(
      { length: 150 },
      (_, id): Comment => ({ id: 1000 + id, body: own.body, user: { type: "User" } }),
    );
    const crowd = await pullRequest([...others, { ...own, id: 5, body: `${own.body}old` }]);
    await runAction(project.root, { ...COMMENTS, category: "a" }, crowd.env);
    expect(crowd.asked.at(-1)).toBe("PATCH /repos/acme/client/issues/comments/5");
    await runAction(project.root, { ...COMMENTS, category: "b" }, crowd.env);
    expect(crowd.asked.at(-1)).toBe("POST /repos/acme/client/issues/7/comments");
  });

  test.each([403, 404, 500])(
    "that is refused with %i is a warning, and leaves the result to the check",
    async (status) => {
      const pull = await pullRequest([], status);
      const { log, outputs } = await runAction(tempProject(FILES).root, { ...COMMENTS, "fail-on": "never" }, pull.env);
      expect(log).toMatch(/^::warning title=step-up-union::The comment could not be written/m);
      expect(log.includes("pull-requests: write")).toBe(status !== 500);
      expect(outputs["exit-code"]).toBe("0");
    },
  );

  test("is left out of a run that is about no pull request", async () => {
    const pull = await pullRequest();
    const event = tempProject({ "event.json": { ref: "refs/heads/main" } });
    const env = { ...pull.env, GITHUB_EVENT_PATH: event.path("event.json") };
    await runAction(tempProject(FILES).root, COMMENTS, env);
    expect(pull.asked).toEqual([]);
  });
});
