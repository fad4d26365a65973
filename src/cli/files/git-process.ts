import { constants } from "node:buffer";
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
const SETTINGS = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "protocol.allow=never",
  "diff.orderFile=/dev/null",
];
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
  #configured: readonly (readonly [key: string, value: string])[] | undefined;

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

  /**
   * Has git run while this process goes on.
   *
   * @throws GitError where it cannot be started
   */
  askMeanwhile(parameters: readonly string[], input = ""): Promise<GitAnswer> {
    const { execFile } = process.getBuiltinModule("node:child_process");
    const all = argumentsOf([...SETTINGS, ...this.#filtersOff()], parameters);
    return new Promise((answer, fail) => {
      const options = { ...this.#options(), encoding: "buffer" } as const;
      const { stdin } = execFile("git", all, options, (error, stdout, stderr) => {
        const status = error ? error.code : 0;
        if (error && typeof status !== "number") fail(notStarted(error));
        else answer(answerOf(Number(status), stdout, stderr));
      });
      // Git that ends early reads nothing.
      stdin?.on("error", () => {}).end(input);
    });
  }

  /** The addresses of its remotes, as its configuration has them. */
  get remotes(): readonly { readonly name: string; readonly url: string }[] {
    return this.#configuration().flatMap(([key, url]) => {
      const [, name] = /^remote\.(.*)\.url$/s.exec(key) ?? [];
      return name === undefined ? [] : [{ name, url }];
    });
  }

  /** To compare a file, git would send it through the filters (`clean`, `process`) that its configuration names. */
  #filtersOff(): readonly string[] {
    return this.#configuration()
      .map(([key]) => key)
      .filter((name) => /^filter\..*\.(?:clean|process|smudge|required)$/s.test(name))
      .map((name) => {
        if (name.includes("=")) throw new GitError(`The setting ${name} cannot be switched off; rename the filter.`);
        return name.endsWith(".required") ? `${name}=false` : `${name}=`;
      });
  }

  /** What its configuration says of filters and remotes. */
  #configuration(): readonly (readonly [key: string, value: string])[] {
    if (this.#configured) return this.#configured;
    const { output } = this.#run(SETTINGS, ["config", "-z", "--get-regexp", "^(filter|remote)\\."]);
    this.#configured = fields(output).map((entry) => {
      const [key = ""] = entry.split("\n", 1);
      return [key, entry.slice(key.length + 1)];
    });
    return this.#configured;
  }

  #run(settings: readonly string[], parameters: readonly string[], input = ""): GitAnswer {
    const { spawnSync } = process.getBuiltinModule("node:child_process");
    const all = argumentsOf(settings, parameters);
    const { error, status, stdout, stderr } = spawnSync("git", all, { ...this.#options(), input });
    if (error) throw notStarted(error);
    return answerOf(status ?? -1, stdout, stderr);
  }

  #options() {
    const env = { ...this.#environment, ...ENVIRONMENT };
    return { cwd: this.#folder, env, maxBuffer: constants.MAX_LENGTH, windowsHide: true };
  }
}

const argumentsOf = (settings: readonly string[], parameters: readonly string[]): string[] => [
  "--no-pager",
  ...settings.flatMap((setting) => ["-c", setting]),
  ...parameters,
];

function answerOf(status: number, output: Buffer, errors: Buffer): GitAnswer {
  const [complaint = ""] = errors.toString("utf8").trim().split("\n");
  return { status, output, complaint: complaint.replace(/^(?:fatal|error): /, "") };
}

function notStarted(error: Error): GitError {
  if (codeOf(error) === "ENOENT") return new GitError("git was not found; install it, or give paths instead.", true);
  return new GitError(`git could not be run: ${error.message}`);
}

/** The parts of an output of `-z`, between whose parts stand zero bytes. */
export function fields(output: Buffer): string[] {
  const text = output.toString("utf8");
  return text === "" ? [] : text.replace(/\0$/, "").split("\0");
}
