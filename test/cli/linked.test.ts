import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/cli/check-files.ts";
import type { Config } from "../../src/config/config.ts";
import { findConfig } from "../../src/config/find-config.ts";
import { explain } from "../../src/report/explain/explain.ts";
import { fromMessage } from "../../src/rules/sentence.ts";
import { tempProject } from "../temp-project.ts";

const SDK = 'from "@modelcontextprotocol/sdk/client/auth.js"';

/** Hands the challenged scope to a callback, of which it knows nothing. */
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

const account = (imported: string, made: string, scope: string) => `import { auth, type OAuthClientProvider } ${SDK};
${imported}
export const open = (provider: OAuthClientProvider, serverUrl: string) =>
  ${made}(serverUrl, {
    async onNeedsMore(scope) {
      const known = (await provider.tokens())?.scope ?? "";
      await auth(provider, { serverUrl, scope: ${scope} });
    },
  });
`;

const PLAIN = account('import { Feed } from "./feed.js";', "new Feed", "scope");

async function found(files: Record<string, string>, paths = ["."]) {
  const { root } = tempProject(files);
  const { files: checked, failures } = await checkFiles(paths, { workingFolder: root });
  expect(failures).toEqual([]);
  return checked.flatMap(({ file, sites }) => sites.map((site) => ({ ...site, file })));
}

const placesOf = (sites: Awaited<ReturnType<typeof found>>) =>
  sites.map(({ file, line, verdict, rule }) => `${file}:${line} ${verdict} ${rule}`);

describe("a scope that goes from file to file", () => {
  test("is reported where it is asked for alone, once, and with where the challenge is looked at", async () => {
    const sites = await found({ "src/feed.ts": FEED, "src/account.ts": PLAIN });
    expect(placesOf(sites)).toEqual(["src/account.ts:7 review unproven-step-up"]);
    expect(sites[0]?.message).toMatch(/; the challenge is looked at in `src\/feed\.ts:8`$/);
    expect(PLAIN.slice(sites[0]?.start, sites[0]?.end)).toBe("scope: scope");
    expect(sites[0]).not.toHaveProperty("edits");
    expect(sites[0]?.advice).toEqual([
      {
        rule: "refresh-cannot-widen",
        message: "a stored refresh token makes `auth()` refresh, which cannot widen the scope: drop that token first",
      },
    ]);
  });

  test("names that place as code, whatever the file is called", async () => {
    const name = "[x](https://evil.test) `feed` @team <b>";
    const plain = account(`import { Feed } from "./${name}.js";`, "new Feed", "scope");
    const sites = await found({ "src/[x](https:/evil.test) `feed` @team <b>.ts": FEED, "src/account.ts": plain });
    const [, place = ""] = sites[0]?.message.split("; the challenge is looked at in ") ?? [];
    expect(place).toBe("`` src/[x](https:/evil.test) `feed` @team <b>.ts:8 ``");
    expect(fromMessage(place)).toEqual([{ code: "src/[x](https:/evil.test) `feed` @team <b>.ts:8" }]);
  });

  test("is followed in the record that a function gives", async () => {
    const probe = `import { extractWWWAuthenticateParams } ${SDK};
export function probe(reply) {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope") return { kind: "step-up", needs: scope };
  return { kind: "other" };
}
`;
    const run = (asked: string) => `import { auth } ${SDK};
import { probe } from "./probe.js";
export async function run(reply, provider, serverUrl) {
  const outcome = probe(reply);
  if (outcome.kind === "step-up") await auth(provider, { serverUrl, scope: ${asked} });
}
`;
    const sites = await found({ "src/probe.js": probe, "src/run.js": run("outcome.needs") });
    expect(placesOf(sites)).toEqual(["src/run.js:5 review unproven-step-up"]);
    const joined = run('[(await provider.tokens())?.scope, outcome.needs].join(" ")');
    expect(await found({ "src/probe.js": probe, "src/run.js": joined })).toEqual([]);
  });

  test("is no finding where it is joined", async () => {
    const joins = account('import { Feed } from "./feed.js";', "new Feed", '[known, scope].join(" ")');
    expect(await found({ "src/feed.ts": FEED, "src/account.ts": joins })).toEqual([]);
  });

  test.each([
    ["another name", 'import { Feed as scope$ } from "./feed.js";', "new scope$", {}],
    [
      "a module that exports all of another",
      'import { Feed } from "./index.js";',
      "new Feed",
      {
        "src/index.ts": 'export * from "./feed.js";\n',
      },
    ],
    [
      "a module that exports it by another name",
      'import { Channel } from "./index.js";',
      "new Channel",
      {
        "src/index.ts": 'export { Feed as Channel } from "./feed.js";\n',
      },
    ],
    [
      "an import of the default",
      'import Feed from "./feed.js";',
      "new Feed",
      {
        "src/feed.ts": `${FEED}export default Feed;\n`,
      },
    ],
    ["a folder", 'import { Feed } from "./feed";', "new Feed", { "src/feed.ts": "", "src/feed/index.ts": FEED }],
    [
      "names that both files have",
      'import { Feed } from "./feed.js";\nconst reply = 1, scope = "all";',
      "new Feed",
      {
        "src/feed.ts": `${FEED}export const known = "scope", serverUrl = 1;\n`,
      },
    ],
  ])("is followed by %s", async (_, imported, made, more) => {
    const sites = await found({ "src/feed.ts": FEED, "src/account.ts": account(imported, made, "scope"), ...more });
    expect(sites.map(({ file, rule }) => [file, rule])).toEqual([["src/account.ts", "unproven-step-up"]]);
  });

  test("is followed into a script with a byte order mark and a line for the shell", async () => {
    const sites = await found({ "src/feed.ts": `\uFEFF${FEED}`, "src/account.ts": `#!/usr/bin/env tsx\n${PLAIN}` });
    expect(placesOf(sites)).toEqual(["src/account.ts:8 review unproven-step-up"]);
  });

  test("is left to the callback where no file that is checked gives one", async () => {
    const alone = ["src/feed.ts:8 review scope-side-channel"];
    expect(placesOf(await found({ "src/feed.ts": FEED, "src/account.ts": PLAIN }, ["src/feed.ts"]))).toEqual(alone);
    expect(placesOf(await found({ "src/feed.ts": FEED, "src/other.ts": PLAIN.replace("./feed", "../feed") }))).toEqual(
      alone,
    );
  });

  test("is reported as before beside a file that does not parse", async () => {
    const { root } = tempProject({ "src/feed.ts": FEED, "src/account.ts": `${PLAIN}const scope = ;\n` });
    const { files, remarks } = await checkFiles(["."], { workingFolder: root });
    expect(files.map(({ file, sites }) => [file, sites.map(({ rule }) => rule)])).toEqual([
      ["src/feed.ts", ["scope-side-channel"]],
    ]);
    expect(remarks).toEqual([]);
  });

  test("is left out of the report by a comment, which is in use then", async () => {
    const comment = "// step-up-union-ignore-next-line unproven-step-up -- only for this test\n      ";
    const { root } = tempProject({
      "src/feed.ts": FEED,
      "src/account.ts": PLAIN.replace("await auth(", `${comment}await auth(`),
    });
    const { files } = await checkFiles(["."], { workingFolder: root });
    expect(files).toMatchObject([
      {
        file: "src/account.ts",
        sites: [{ suppressed: { reason: "only for this test" } }],
        suppressions: [{ state: "used" }],
      },
    ]);
  });

  test("counts as a handler, and its files as parsed", async () => {
    const parts = {
      "src/lacking.js": `export class Lacking extends Error {
  constructor(needed) { super("lacking"); this.needed = needed; }
}
export function look(reply) {
  const { error, scope } = reply.challenge;
  if (reply.status === 403 && error === "insufficient_scope") throw new Lacking(scope);
}\n`,
      "src/session.js": `import { auth } ${SDK};
import { Lacking } from "./lacking.js";
export async function within(work, provider, serverUrl) {
  try { return await work(); } catch (problem) {
    if (!(problem instanceof Lacking)) throw problem;
    await auth(provider, { serverUrl, scope: problem.needed });
  }
}\n`,
    };
    const { root } = tempProject(parts);
    const { counts, files } = await checkFiles(["."], { workingFolder: root });
    expect(files.map(({ file, sites }) => [file, sites.length])).toEqual([["src/session.js", 1]]);
    expect(counts).toMatchObject({ read: 2, parsed: 2, handlers: 1 });
    const alone = tempProject({ "src/lacking.js": parts["src/lacking.js"] });
    const { counts: none } = await checkFiles(["."], { workingFolder: alone.root });
    expect(none).toMatchObject({ parsed: 1, handlers: 0 });
  });

  test("is explained like any other", async () => {
    const [site] = await found({ "src/feed.ts": FEED, "src/account.ts": PLAIN });
    const page = explain(site as NonNullable<typeof site>, PLAIN, "src/account.ts");
    expect(page.message).toContain("src/feed.ts:8");
  });
});

/** Hands the scope on by a method that another file may have. */
const SYNC = `import { extractWWWAuthenticateParams } ${SDK};
export async function sync(vault, path) {
  const reply = await vault.open(path);
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope" && scope) await vault.elevate(scope);
}
`;

const VAULT = `import { auth, extractWWWAuthenticateParams } ${SDK};
export class Vault {
  asked = "seeds:list";
  open = (path) => fetch(path);
  async list() {
    const { error, scope } = extractWWWAuthenticateParams(await this.open("/accessions"));
    if (error === "insufficient_scope" && scope) await this.elevate(scope);
  }
  async elevate(scope) {
    this.asked = scope;
    await auth(this.provider, { serverUrl: SERVER, scope: this.asked });
  }
}
`;

const SHOP = `import { sync } from "./sync.js";
import { Vault } from "./vault.js";
await sync(new Vault(), "/accessions/1");
`;

describe("a scope that is handed to a method of another file", () => {
  test("is told where the method keeps it, which is a site of its own, with where else its challenge is looked at", async () => {
    const sites = await found({ "src/sync.js": SYNC, "src/vault.js": VAULT, "src/shop.js": SHOP });
    expect(placesOf(sites)).toEqual(["src/vault.js:10 review unproven-step-up"]);
    expect(sites[0]?.message).toMatch(/; the challenge is looked at in `src\/sync\.js:5`$/);
  });

  test("is told where it is handed on, too, where the other file is not seen to have that method", async () => {
    const other = VAULT.replace("async elevate(", "async widen(").replace("this.elevate(", "this.widen(");
    expect(placesOf(await found({ "src/sync.js": SYNC, "src/vault.js": other, "src/shop.js": SHOP }))).toEqual([
      "src/sync.js:5 review scope-side-channel",
      "src/vault.js:10 review unproven-step-up",
    ]);
  });

  test("is asked about with the functions that are called so", async () => {
    const hooks = `import { Feed } from "./feed.js";
export const hooksOf = (login) => ({ onNeedsMore: login.widen.bind(login) });
export const open = (address, login) => new Feed(address, hooksOf(login));
`;
    const [site, ...others] = await found({ "src/feed.ts": FEED, "src/hooks.js": hooks });
    expect(others).toEqual([]);
    expect(site?.reasons.receivedAt).toEqual([{ file: "src/hooks.js", line: 2 }]);
    const page = explain(site as NonNullable<typeof site>, FEED, "src/feed.ts");
    expect(JSON.stringify(page.decisions)).toContain("src/hooks.js:2");
    const many = Object.fromEntries([1, 2, 3, 4].map((each) => [`src/hooks${each}.js`, hooks]));
    const [unnamed] = await found({ "src/feed.ts": FEED, ...many });
    expect(unnamed?.reasons).not.toHaveProperty("receivedAt");
  });
});

/** What docs/check.md says is not followed, and what is said of it today. */
describe("a scope is not followed from file to file yet", () => {
  const CHALLENGE = `import { extractWWWAuthenticateParams } ${SDK};\n`;
  const REFUSED = `const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope")`;
  const asking = `import { auth } ${SDK};\n`;

  test.each<[string, Record<string, string>, string[]]>([
    [
      "to the listener of an emitter",
      {
        "src/gateway.js": `${CHALLENGE}export function look(reply, bus) {
  ${REFUSED} bus.refuse(scope);
}\n`,
        "src/main.js": `${asking}import { look } from "./gateway.js";
bus.onRefuse((scope) => auth(provider, { serverUrl, scope }));
look(reply, bus);\n`,
      },
      ["src/gateway.js:4 review scope-side-channel"],
    ],
    [
      "by a generator",
      {
        "src/stream.js": `${CHALLENGE}export async function* answers(reply) {
  ${REFUSED} yield { needs: scope };
}\n`,
        "src/consume.js": `${asking}import { answers } from "./stream.js";
for await (const { needs: scope } of answers(reply)) await auth(provider, { serverUrl, scope });\n`,
      },
      [],
    ],
  ])("%s", async (_, files, today) => {
    expect(placesOf(await found(files))).toEqual(today);
  });
});

test("files that change nothing for each other are reported as they are by themselves", async () => {
  const handler = `import { auth, extractWWWAuthenticateParams } ${SDK};
import { log } from "./log.js";
export class Client {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    log(scope);
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
  const files = { "src/client.js": handler, "src/log.js": "export const log = (scope) => console.log(scope);\n" };
  const sites = await found(files);
  expect(placesOf(sites)).toEqual(["src/client.js:8 rewrite replaced-scope"]);
  expect(sites).toEqual(await found(files, ["src/client.js"]));
});

test("names of a configuration hold for what several files show together", async () => {
  const imports = 'import { Feed } from "./feed.js";\nimport { prefer } from "@/scopes";';
  const { root } = tempProject({
    "package.json": { name: "a" },
    "step-up-union.config.json": { names: { "union-helper": [{ module: "@/scopes", export: "prefer" }] } },
    "feed.ts": FEED,
    "account.ts": account(imports, "new Feed", "prefer(known, scope)"),
  });
  const verdicts = async (config: Config | undefined) => {
    const { files } = await checkFiles(["."], { workingFolder: root, ...(config && { config }) });
    return files.flatMap(({ file, sites }) => sites.map(({ verdict }) => `${file} ${verdict}`));
  };
  expect(await verdicts(undefined)).toContain("account.ts review");
  expect(await verdicts(findConfig(root))).not.toContain("account.ts review");
});
