import { constants } from "node:buffer";
import { spawnSync } from "node:child_process";
import { codeOf } from "../../place/error-code.ts";

/** Git could not answer. The message says why, and what to do. */
export class GitError extends Error {
  override readonly name = "GitError";
  /** Whether there is no git on this machine. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing = false) {
    super(message);
    this.isMissing = isMissing;
  }
}

/** What a run of git left. */
export interface GitAnswer {
  readonly status: number;
  readonly output: Buffer;
  /** Git's own words, its `fatal: ` aside; one line. */
  readonly complaint: string;
}

/**
 * Nothing that a repository's configuration names is run, nothing is fetched, no file of git's own is written.
 */
const SETTINGS = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never"];
const ENVIRONMENT = {
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_PAGER: "cat",
};

/** Git in one folder. */
export class Git {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;
  #filters: readonly string[] | undefined;

  /**
   * @param folder absolute
   * @param environment what git finds its repository by, if not from the folder: this process's, where a hook runs it
   */
  constructor(folder: string, environment = process.env) {
    this.#folder = folder;
    this.#environment = environment;
  }

  /**
   * Runs git.
   *
   * @throws GitError where it cannot be started
   */
  ask(parameters: readonly string[], input?: string): GitAnswer {
    return this.#run([...SETTINGS, ...this.#filtersOff()], parameters, input);
  }

  /**
   * What git prints.
   *
   * @throws GitError also where it ends with an error
   */
  output(parameters: readonly string[], input?: string): Buffer {
    const { status, output, complaint } = this.ask(parameters, input);
    if (status !== 0) throw new GitError(`git ${parameters[0]} failed: ${complaint}`);
    return output;
  }

  /** To compare a file, git would send it through the filters (`clean`, `process`) that its configuration names. */
  #filtersOff(): readonly string[] {
    if (this.#filters) return this.#filters;
    const names = this.#run(SETTINGS, ["config", "-z", "--name-only", "--get-regexp", "^filter\\."]);
    this.#filters = fields(names.output)
      .filter((name) => /\.(?:clean|process|smudge|required)$/.test(name))
      .map((name) => {
        if (name.includes("=")) throw new GitError(`The setting ${name} cannot be switched off; rename the filter.`);
        return name.endsWith(".required") ? `${name}=false` : `${name}=`;
      });
    return this.#filters;
  }

  #run(settings: readonly string[], parameters: readonly string[], input = ""): GitAnswer {
    const all = ["--no-pager", ...settings.flatMap((setting) => ["-c", setting]), ...parameters];
    const { error, status, stdout, stderr } = spawnSync("git", all, {
      cwd: this.#folder,
      env: { ...this.#environment, ...ENVIRONMENT },
      input,
      maxBuffer: constants.MAX_LENGTH,
      windowsHide: true,
    });
    if (error) throw new GitError(startMessage(error), codeOf(error) === "ENOENT");
    const [complaint = ""] = stderr.toString("utf8").trim().split("\n");
    return { status: status ?? -1, output: stdout, complaint: complaint.replace(/^(?:fatal|error): /, "") };
  }
}

function startMessage(error: Error): string {
  if (codeOf(error) === "ENOENT") return "git was not found; install it, or give paths instead.";
  return `git could not be run: ${error.message}`;
}

/** The parts of an output of `-z`, between whose parts stand zero bytes. */
export function fields(output: Buffer): string[] {
  const text = output.toString("utf8");
  return text === "" ? [] : text.replace(/\0$/, "").split("\0");
}
