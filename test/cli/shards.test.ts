import { describe, expect, test } from "vitest";
import { type CheckResult, checkFiles } from "../../src/cli/check-files.ts";
import { exitCodeOf } from "../../src/cli/exit-codes.ts";
import { provenanceOf } from "../../src/cli/provenance.ts";
import { isInShard, shardOf } from "../../src/cli/shard.ts";
import type { Shard } from "../../src/model/provenance.ts";
import { checkJson } from "../../src/report/json.ts";
import { MERGE_REPORTS } from "../../src/report/merge/formats.ts";
import { joinShards } from "../../src/report/merge/join-shards.ts";
import { overviewOf } from "../../src/report/merge/overview.ts";
import { readDocument } from "../../src/report/merge/read-document.ts";
import { VIEW } from "../report/outcomes.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

const SDK = 'from "@modelcontextprotocol/sdk/client/auth.js"';

/** Two files that show a site only together: the challenge is read in one, and its scope asked for in the other. */
const FEED = `import { extractWWWAuthenticateParams } ${SDK};
export interface Hooks { onNeedsMore(scope: string): Promise<void> }
export class Feed {
  constructor(private readonly address: string, private readonly hooks: Hooks) {}
  async next(): Promise<Response> {
    const reply = await fetch(this.address);
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (reply.status === 403 && error === "insufficient_scope" && scope) await this.hooks.onNeedsMore(scope);
    return reply;
  }
}
`;
const ACCOUNT = `import { auth, type OAuthClientProvider } ${SDK};
import { Feed } from "./feed.js";
export const open = (provider: OAuthClientProvider, serverUrl: string) =>
  new Feed(serverUrl, {
    async onNeedsMore(scope) {
      await auth(provider, { serverUrl, scope });
    },
  });
`;

const PACKAGES = Array.from({ length: 8 }, (_, index) => `packages/p${index}`);

/** Something of everything that a report can hold, in many files. */
const FILES = {
  ...Object.fromEntries(
    PACKAGES.flatMap((folder) => [
      [`${folder}/feed.ts`, FEED],
      [`${folder}/account.ts`, ACCOUNT],
      [`${folder}/clean.ts`, "export {};\n"],
      [`${folder}/server.ts`, 'export const code = "insufficient_scope";\n'],
    ]),
  ),
  "a.ts": TYPESCRIPT,
  "b.js": SHARED,
  "c.ts": TYPESCRIPT.replace(
    "          this._scope = scope;",
    "          // step-up-union-ignore-next-line replaced-scope -- one thing at a time\n$&",
  ),
  "unused.ts": "// step-up-union-ignore-next-line replaced-scope -- nothing\nexport {};\n",
  "broken.ts": 'const broken = { ; // "insufficient_scope"\n',
  "passed-over.ts": "const broken = { ; // scope 403 auth()\n",
  "login.vue": '<script>const code = "insufficient_scope";</script>\n',
};

/** A report, as `check --format json` makes it. */
async function reportOf({ root }: TempProject, paths: readonly string[], shard?: Shard): Promise<string> {
  const request = { workingFolder: root, ...(shard && { shard }) };
  const result: CheckResult = await checkFiles(paths, request);
  const provenance = await provenanceOf(request, { folders: result.folders, workingFolder: root });
  return checkJson(result, { ...VIEW, provenance, exitCode: exitCodeOf(result, VIEW.failOn) });
}

/** What `merge --format check-json` makes of reports. */
function merged(texts: readonly string[]): string {
  const reports = texts.map((text, index) => {
    const document = readDocument(text);
    if ("message" in document) throw new Error(document.message);
    return { file: `${index}.json`, document };
  });
  const { runs, failures } = joinShards(reports);
  expect({ failures, runs: runs.length }).toEqual({ failures: [], runs: 1 });
  const [run] = runs;
  return MERGE_REPORTS["check-json"](overviewOf(runs, []), { ...VIEW, ...(run && { run: run.document }) });
}

const shards = (count: number): Shard[] => Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));

describe("the parts of a run", () => {
  test.each([
    [2, ["."]],
    [5, ["."]],
    [3, [".", "nowhere"]],
    // More parts than files: some judge nothing.
    [9, ["a.ts", "b.js"]],
  ])("of which there are %i, joined, are the report of the whole to the byte", async (count, paths) => {
    const project = tempProject(FILES);
    const whole = await reportOf(project, paths);
    const parts = await Promise.all(shards(count).map((shard) => reportOf(project, paths, shard)));
    expect(merged(parts.toReversed())).toBe(whole);
    const document = JSON.parse(whole);
    if (paths[0] === ".") {
      const linked = document.sites.filter(({ file }: { file: string }) => file.endsWith("account.ts"));
      expect(linked).toHaveLength(PACKAGES.length);
      expect(document.errors.map(({ file }: { file: string }) => file)).toContain("broken.ts");
    }
  });

  test("have each file once, and files that show something together in different ones", () => {
    const files = Object.keys(FILES);
    const owners = files.map((file) => shards(5).filter((shard) => isInShard(file, shard)).length);
    expect(owners).toEqual(files.map(() => 1));
    const apart = PACKAGES.filter((folder) =>
      shards(5).some((shard) => isInShard(`${folder}/feed.ts`, shard) !== isInShard(`${folder}/account.ts`, shard)),
    );
    expect(apart.length).toBeGreaterThan(3);
  });
});

test.each(["", "0/3", "4/3", "1", "1/", "1/1001", "a/b", "1/2/3", "-1/2", "1.5/2"])("--shard=%s is refused", (text) => {
  expect(() => shardOf(text)).toThrow(`--shard=${text} is no part of the files; write 1/4 for the first of four.`);
});
