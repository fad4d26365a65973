import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { build } from "esbuild";
import { discoverFixtures } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import { CACHE, ROOT } from "../packages/fetch.ts";
import type { Case } from "./observed.ts";

const run = promisify(execFile);
const MUCH = { maxBuffer: 256 * 1024 * 1024 };

/** One source file with another text. */
export interface Change {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

/** What the fixtures say to a change of the engine. */
export type Verdict = { readonly killedBy: string } | "survived";

interface Failure {
  readonly code?: number | string | null;
  readonly killed?: boolean;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Judges changed engines by the fixtures, each in a process of its own. */
export class FixturePass {
  readonly #folder: string;
  readonly #cases: string;
  /** In milliseconds; what takes longer hangs. */
  #patience = 0;
  #count = 0;

  constructor() {
    mkdirSync(CACHE, { recursive: true });
    this.#folder = mkdtempSync(join(CACHE, "mutants-"));
    this.#cases = join(this.#folder, "cases.json");
  }

  /** Records what the engine as it is makes of the fixtures. */
  async record(): Promise<void> {
    const { fixtures } = discoverFixtures();
    const cases = fixtures.map(({ kind, name, extension, input, options }): Case => {
      return { name: `${kind}/${name}`, extension, input, options: engineOptions(options, extension) };
    });
    writeFileSync(this.#cases, JSON.stringify(cases));
    const began = performance.now();
    const { stdout } = await run(process.execPath, [await this.#bundle(), this.#cases, "--record"], MUCH);
    this.#patience = 20_000 + 10 * Math.ceil(performance.now() - began);
    writeFileSync(this.#cases, stdout);
    const same = await this.judge();
    if (same !== "survived") throw new Error(`Without any fault, the fixtures are killed by ${same.killedBy}`);
  }

  /** Whether the fixtures find a change. */
  async judge(change?: Change): Promise<Verdict> {
    const bundle = await this.#bundle(change);
    try {
      await run(process.execPath, [bundle, this.#cases], { ...MUCH, timeout: this.#patience });
      return "survived";
    } catch (error) {
      const { code, killed, stdout = "", stderr = "" } = error as Failure;
      if (killed) return { killedBy: "no end" };
      if (typeof code !== "number") throw error;
      return { killedBy: stdout.trim() || /^\w*Error.*/m.exec(stderr)?.[0] || "an exception" };
    } finally {
      rmSync(bundle);
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #bundle(change?: Change): Promise<string> {
    const outfile = join(this.#folder, `pass-${this.#count++}.mjs`);
    await build({
      entryPoints: [join(ROOT, "test/mutants/pass.ts")],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "silent",
      plugins: [
        {
          name: "change",
          setup({ onLoad }) {
            onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
              contents: path === change?.file ? change.text : readFileSync(path, "utf8"),
              loader: "ts",
            }));
          },
        },
      ],
    });
    return outfile;
  }
}
