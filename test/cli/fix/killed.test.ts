import { existsSync, writeFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { type TempProject, tempProject } from "../../temp-project.ts";
import { rewriteFixture, runFix, startFix } from "./command.ts";

/** How often the command is killed: `npm run endurance` is the whole proof. */
const KILLS = Number(process.env.STEP_UP_UNION_KILLS ?? 8);
/** Longer than any other test may take, in milliseconds: `npm run endurance` repeats much. */
const HOURS = 3 * 3_600_000;

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const NAMES = Array.from({ length: 40 }, (_, number) => `src/part-${number % 4}/file-${number}.ts`);
const HELPER = "src/union-scopes.ts";
const SOURCES = Object.fromEntries(NAMES.map((name) => [name, SITE]));

/** How many files hold their new text; fails if any file is neither the old one nor the new one, whole. */
function migrated(project: TempProject, finished: Readonly<Record<string, string>>): number {
  const files = project.files();
  for (const [name, text] of Object.entries(files)) {
    if (/\/\.step-up-union-[^/]+\.tmp$/.test(name)) continue; // Hidden, and no source file: nothing reads it.
    expect([SOURCES[name], finished[name]], name).toContain(text);
  }
  const count = NAMES.filter((name) => files[name] !== SITE).length;
  expect(NAMES.every((name) => name in files)).toBe(true);
  if (count > 0) expect(files[HELPER]).toBe(finished[HELPER]);
  return count;
}

test(`every file is whole after each of ${KILLS} kills`, { timeout: HOURS }, async () => {
  const manifest = { name: "project", type: "module" };
  const other = tempProject({ "package.json": manifest, ...SOURCES });
  expect(runFix(other.root).status).toBe(0);
  const finished = other.files();

  const project = tempProject({ "package.json": manifest, ...SOURCES });
  let midway = 0;
  // Where files are written faster than they are looked at, it takes more kills until one falls between two of them.
  for (let kill = 0; kill < KILLS || (midway === 0 && kill < 10 * KILLS); kill++) {
    const child = startFix(project.root);
    const ended = new Promise((resolve) => child.on("close", resolve));
    // When a file that is drawn by lot has its new text; every fourth kill falls anywhere before.
    const patience = kill % 4 === 3 ? Math.random() * 1000 : 30_000;
    const began = performance.now();
    const pending = [...NAMES].sort().filter((name) => project.read(name) === SITE);
    const drawn = pending[Math.floor(Math.random() * 0.7 * pending.length)] ?? HELPER;
    const isWriting = () => existsSync(project.path(drawn)) && project.read(drawn) !== SITE;
    while (child.exitCode === null && !isWriting() && performance.now() - began < patience) await turn();
    child.kill("SIGKILL");
    await ended;
    const count = migrated(project, finished);
    if (count > 0 && count < NAMES.length) midway++;
    // Every other time the next run goes on where this one was stopped.
    if (kill % 2 === 1 || count === NAMES.length) for (const name of NAMES) writeFileSync(project.path(name), SITE);
  }
  expect(midway).toBeGreaterThan(0);

  for (const name of NAMES) writeFileSync(project.path(name), SITE);
  expect(runFix(project.root).status).toBe(0);
  expect(migrated(project, finished)).toBe(NAMES.length);
  const drafts = Object.keys(project.files()).filter((name) => name.endsWith(".tmp"));
  expect(drafts).toEqual([]);
});
