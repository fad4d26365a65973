import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { type TempProject, tempProject } from "../../temp-project.ts";
import { COMMAND, ENV, rewriteFixture, runFix } from "./command.ts";

/** How often files are edited under a run: `npm run endurance` is the whole proof. */
const RUNS = Number(process.env.STEP_UP_UNION_EDITED_RUNS ?? 5);

/** Longer than any other test may take, in milliseconds: `npm run endurance` repeats much. */
const HOURS = 3 * 3_600_000;

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const NAMES = Array.from({ length: 40 }, (_, number) => `src/file-${String(number).padStart(2, "0")}.ts`);
const HELPER = "src/union-scopes.ts";
const MANIFEST = { name: "project", type: "module" };
const SOURCES = Object.fromEntries(NAMES.map((name) => [name, SITE]));

const edited = (run: number): string => `${SITE}// edited in run ${run}\n`;

/** Two ways in which programs save a file: over the old text, and as a new file in its place. */
const SAVES = [
  (path: string, content: string) => writeFileSync(path, content),
  (path: string, content: string) => {
    writeFileSync(`${path}~`, content);
    renameSync(`${path}~`, path);
  },
] as const;

/** Saves a file as soon as the first one is replaced: after it was read, and nearly always long before its turn. */
async function editLate(project: TempProject, child: ChildProcess, name: string, content: string): Promise<void> {
  while (child.exitCode === null && !existsSync(project.path(HELPER))) await turn();
  SAVES[0](project.path(name), content);
}

/** Saves a file at any moment of a run. */
async function editSometime(project: TempProject, duration: number, name: string, content: string): Promise<void> {
  await wait(Math.random() * duration);
  SAVES[Math.random() < 0.5 ? 0 : 1](project.path(name), content);
}

test(`no edit is lost in ${RUNS} runs under which files change`, { timeout: HOURS }, async () => {
  const project = tempProject({ "package.json": MANIFEST, ...SOURCES });
  const began = performance.now();
  expect(runFix(project.root).status).toBe(0);
  const duration = performance.now() - began;
  const migrated = project.read(NAMES[0] as string);
  let refusedLate = 0;
  // Where files are written faster than this process gets its turn, it takes more runs until a late edit is in time.
  for (let run = 0; run < RUNS || (refusedLate === 0 && run < 10 * RUNS); run++) {
    for (const name of NAMES) writeFileSync(project.path(name), SITE);
    rmSync(project.path(HELPER));
    const [late = "", ...sometime] = [
      "src/file-39.ts",
      `src/file-${10 + (run % 10)}.ts`,
      `src/file-${20 + (run % 10)}.ts`,
    ];
    const content = edited(run);

    const child = spawn(process.execPath, [...COMMAND, "fix", "src"], { cwd: project.root, env: ENV });
    const [stderr, [status]] = await Promise.all([
      text(child.stderr),
      once(child, "close"),
      text(child.stdout),
      editLate(project, child, late, content),
      ...sometime.map((name) => editSometime(project, duration, name, content)),
    ]);

    const files = project.files();
    const refused = NAMES.filter((name) => stderr.includes(`${name}  It changed after it was read`));
    if (refused.includes(late)) refusedLate++;
    expect(status, stderr).toBe(refused.length > 0 ? 2 : 0);
    for (const name of refused) expect(files[name], name).toBe(content);
    // An edit that came before the file was read was migrated; one after its replacement replaced that.
    const edits = [late, ...sometime];
    for (const name of edits) expect([content, content.replace(SITE, () => migrated)], name).toContain(files[name]);
    for (const name of NAMES) if (!edits.includes(name)) expect(files[name], name).toBe(migrated);
    expect(Object.keys(files).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  }
  expect(refusedLate).toBeGreaterThan(0);
});
