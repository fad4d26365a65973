import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHALLENGED_SCOPE, GRANTED_SCOPE, sendConcurrently } from "./concurrent-step-ups.ts";
import { CACHE, fetchPackage } from "./fetch.ts";
import { REPLACING_CLIENTS, REPLACING_SDKS } from "./published.ts";
import { analyzeFile } from "./source-files.ts";

const SDK_TRANSPORTS = ["dist/esm/client/streamableHttp.js", "dist/cjs/client/streamableHttp.js"];

const CASES = [
  ...REPLACING_SDKS.map((published) => ({ published, transports: SDK_TRANSPORTS })),
  ...REPLACING_CLIENTS.map((published) => ({ published, transports: ["dist/index.mjs"] })),
];

const REPLACED = CHALLENGED_SCOPE;
const UNION = `${GRANTED_SCOPE} ${CHALLENGED_SCOPE}`;

let copies: string;

beforeAll(async () => {
  await mkdir(CACHE, { recursive: true });
  copies = await mkdtemp(join(CACHE, "concurrency-"));
});

afterAll(() => rm(copies, { recursive: true, force: true }));

describe("three concurrent 403s start one authorization, as before", () => {
  for (const { published, transports } of CASES) {
    for (const file of transports) {
      test(`${published.name} ${published.version} ${file}`, async () => {
        const folder = await fetchPackage(published);
        const { source, analysis } = await analyzeFile(folder, file);
        expect(analysis.text).not.toBe(source);
        const before = await sendConcurrently(join(folder, file));
        const after = await sendConcurrently(await copyWith(folder, file, analysis.text));
        expect(before.requestedScopes).toEqual([REPLACED]);
        expect(after.requestedScopes).toEqual([UNION]);
        expect(after.endings).toEqual(before.endings);
        expect(before.endings.filter((ending) => ending.includes("after trying upscoping"))).toHaveLength(2);
      });
    }
  }

  test("which tokens read right before the assignment would not", async () => {
    const [file = ""] = SDK_TRANSPORTS;
    const folder = await fetchPackage(REPLACING_SDKS[5]);
    const source = await readFile(join(folder, file), "utf8");
    const guard = source.indexOf("'Server returned 403 after trying upscoping'");
    const late = "this._scope = `$" + "{(await this._authProvider.tokens()).scope} $" + "{scope}`;";
    const text = source.slice(0, guard) + source.slice(guard).replace("this._scope = scope;", late);
    const { requestedScopes } = await sendConcurrently(await copyWith(folder, file, text));
    expect(requestedScopes).toEqual([UNION, UNION, UNION]);
  });
});

/** The path of a module in a copy of its package, in which it has another text. */
async function copyWith(folder: string, file: string, text: string): Promise<string> {
  const copy = await mkdtemp(join(copies, "copy-"));
  await cp(folder, copy, { recursive: true, filter: (path) => !/\.map$|\.d\.[cm]?ts$/.test(path) });
  await writeFile(join(copy, file), text);
  return join(copy, file);
}
