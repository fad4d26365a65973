import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CACHE } from "./fetch.ts";
import { type LocalRegistry, startRegistry } from "./local-registry.ts";

const NAME = "fetched-for-the-test-of-fetching";
const FOLDER = join(CACHE, "packages", `${NAME}-1.0.0`);

let temporary: string;
let registry: LocalRegistry;

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), "step-up-union-"));
  registry = await startRegistry(temporary, NAME, "export {};\n");
  vi.stubEnv("npm_config_registry", registry.url);
  vi.stubEnv("npm_config_noproxy", "127.0.0.1");
  vi.stubEnv("npm_config_cache", join(temporary, "npm-cache"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  registry.server.close();
  await rm(temporary, { recursive: true, force: true });
  await rm(FOLDER, { recursive: true, force: true });
});

/** The function as another worker has it: it remembers nothing. */
async function freshFetch() {
  vi.resetModules();
  return (await import("./fetch.ts")).fetchPackage;
}

test("a package is unpacked as published, by several workers at once, and found again offline", async () => {
  const [first, second] = [await freshFetch(), await freshFetch()];
  expect(await Promise.all([first(registry.published), second(registry.published)])).toEqual([FOLDER, FOLDER]);
  expect(await readFile(join(FOLDER, "index.js"), "utf8")).toBe("export {};\n");

  registry.server.close();
  const later = await freshFetch();
  expect(await later(registry.published)).toBe(FOLDER);
});

test("a package that is not what it was is refused", async () => {
  const fetchPackage = await freshFetch();
  const pinned = { ...registry.published, integrity: "sha512-another" } as const;
  await expect(fetchPackage(pinned)).rejects.toThrow(`${NAME}@1.0.0 is not what it was: expected sha512-another`);
  expect(existsSync(FOLDER)).toBe(false);
});

test("a registry that can't be reached is an error that says so", async () => {
  vi.stubEnv("npm_config_registry", "http://127.0.0.1:9");
  const fetchPackage = await freshFetch();
  await expect(fetchPackage(registry.published)).rejects.toThrow(
    /^Could not fetch fetched-for-the-test-of-fetching@1\.0\.0 with npm\..*npm config get registry.*ECONNREFUSED/s,
  );
  expect(existsSync(FOLDER)).toBe(false);
});
