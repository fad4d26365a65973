import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { ROOT } from "../packages/fetch.ts";
import { apart, changedFiles, type Mutant } from "./mutant.ts";

/** What runs longer hangs: more than ten times what `npm run test:slow` takes on two cores. */
const PATIENCE = 3 * 60 * 60_000;
/** So many failed tests are run again for each mutant of a group by itself. */
const MOST_AGAIN = 60;

/** What a test is found by. */
interface Failed {
  /** Relative to the project. */
  readonly file: string;
  /** With those of the groups around it; undefined where the file could not be read to its end. */
  readonly title?: string;
}

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Judges mutants by the tests of an npm script, in a copy of the project: several at once, as most survive, and where a
 * test fails, each of them by the tests that failed. Those left are judged together anew.
 */
export class TestsPass {
  readonly #folder = mkdtempSync(join(tmpdir(), "mutants-"));
  readonly #script: string;

  /** @param script `test` or `test:slow` */
  constructor(script: string) {
    this.#script = script;
    const left = ["node_modules", ".git"];
    cpSync(ROOT, this.#folder, { recursive: true, filter: (path) => !left.includes(basename(path)) });
    symlinkSync(join(ROOT, "node_modules"), join(this.#folder, "node_modules"), "dir");
  }

  /**
   * Those of some mutants that no test finds.
   *
   * @param killed is told of each of the others, and by which test it was found
   */
  survivors(mutants: readonly Mutant[], killed: (mutant: Mutant, by: string) => void): readonly Mutant[] {
    const [together, others] = apart(mutants);
    const left = this.#survivorsOf(together, killed);
    return others.length === 0 ? left : [...left, ...this.survivors(others, killed)];
  }

  #survivorsOf(mutants: readonly Mutant[], killed: (mutant: Mutant, by: string) => void): readonly Mutant[] {
    if (mutants.length === 0) return [];
    const failed = this.#failedTests(mutants, []);
    if (failed.length === 0) return mutants;
    const [alone] = mutants.length === 1 ? mutants : [];
    if (alone) {
      killed(alone, nameOf(failed[0] as Failed));
      return [];
    }
    const again = spread(failed, MOST_AGAIN);
    const left = mutants.filter((mutant) => {
      const [by] = this.#failedTests([mutant], again);
      if (by) killed(mutant, nameOf(by));
      return !by;
    });
    if (left.length < mutants.length) return this.#survivorsOf(left, killed);
    // None of them fails by itself what they fail together.
    const half = Math.ceil(mutants.length / 2);
    return [mutants.slice(0, half), mutants.slice(half)].flatMap((part) => this.#survivorsOf(part, killed));
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The tests that fail with some mutants: all of the script's, or of those given. */
  #failedTests(mutants: readonly Mutant[], only: readonly Failed[]): Failed[] {
    const files = changedFiles(mutants);
    const results = join(this.#folder, "results.json");
    const titles = only.flatMap(({ title }) => (title === undefined ? [] : [escaped(title)]));
    const names = titles.length === only.length && titles.length > 0 ? ["-t", `^(?:${titles.join("|")})$`] : [];
    const reported = ["--reporter=json", `--outputFile=${results}`];
    const chosen = [...new Set(only.map(({ file }) => file))];
    for (const { file, text } of files) writeFileSync(join(this.#folder, relative(ROOT, file)), text);
    rmSync(results, { force: true });
    try {
      const args = ["run", this.#script, "--", ...reported, ...chosen, ...names];
      spawnSync("npm", args, { cwd: this.#folder, stdio: "ignore", timeout: PATIENCE, killSignal: "SIGKILL" });
      return existsSync(results) ? failedIn(this.#folder, readFileSync(results, "utf8")) : [{ file: "no end" }];
    } finally {
      for (const { file, original } of files) writeFileSync(join(this.#folder, relative(ROOT, file)), original);
    }
  }
}

function failedIn(folder: string, json: string): Failed[] {
  const { testResults } = JSON.parse(json) as Results;
  return testResults.flatMap(({ name, status, assertionResults }): Failed[] => {
    const file = relative(folder, name);
    const titles = assertionResults.filter((each) => each.status === "failed").map(({ fullName }) => fullName);
    return titles.length === 0 && status === "failed" ? [{ file }] : titles.map((title) => ({ file, title }));
  });
}

/** So many of some tests, of each file some. */
function spread(failed: readonly Failed[], most: number): Failed[] {
  const seen = new Map<string, number>();
  const ranked = failed.map((each) => {
    const rank = seen.get(each.file) ?? 0;
    seen.set(each.file, rank + 1);
    return { each, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ each }) => each);
}

const nameOf = ({ file, title }: Failed): string => (title === undefined ? file : `${file}: ${title}`);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
