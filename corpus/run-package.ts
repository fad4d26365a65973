import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../test/packages/fetch.ts";
import type { Progress, Work } from "./child.ts";
import type { FileResult, PackageResult } from "./result.ts";
import { listSources } from "./source-files.ts";

/** What the analysis of a package may use. */
export interface Limits {
  /** For one file, the checks of its output included. */
  readonly secondsPerFile: number;
  /** For the heap of the process. */
  readonly megabytes: number;
}

export const LIMITS: Limits = { secondsPerFile: 300, megabytes: 6000 };

/**
 * Analyzes every source file of a folder in processes of its own. A file that crashes its process, or passes a limit,
 * is reported, and the rest goes on in another process.
 */
export async function runPackage(title: string, folder: string, limits: Limits = LIMITS): Promise<PackageResult> {
  const files: FileResult[] = [];
  let peakMegabytes = 0;
  let left = await listSources(folder);
  while (left.length > 0) {
    const run = await runChild({ folder, files: left }, limits);
    files.push(...run.files);
    peakMegabytes = Math.max(peakMegabytes, run.peakMegabytes);
    left = left.slice(run.files.length);
  }
  return { title, files, peakMegabytes };
}

interface ChildRun {
  readonly files: readonly FileResult[];
  readonly peakMegabytes: number;
}

/** Analyzes files one after the other until all are done, or one ends the process. At least one has a result. */
function runChild(work: Work, limits: Limits): Promise<ChildRun> {
  const child = fork(join(import.meta.dirname, "child.ts"), {
    cwd: ROOT,
    execArgv: ["--import", "tsx", `--max-old-space-size=${limits.megabytes}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  return new Promise((resolve, reject) => {
    const files: FileResult[] = [];
    let peakMegabytes = 0;
    let underway: string | undefined;
    let started = false;
    let late = false;
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
    });
    let timer: NodeJS.Timeout | undefined;
    child.on("message", (progress: Progress) => {
      clearTimeout(timer);
      if (progress.kind === "begun") {
        started = true;
        underway = progress.file;
        timer = setTimeout(() => {
          late = true;
          child.kill("SIGKILL");
        }, limits.secondsPerFile * 1000);
      } else {
        underway = undefined;
        files.push(progress.result);
        peakMegabytes = progress.peakMegabytes;
      }
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (!started) {
        reject(new Error(`The process that analyzes packages does not start:\n${said}`));
        return;
      }
      underway ??= work.files[files.length];
      if (underway !== undefined) {
        const why = late ? `took more than ${limits.secondsPerFile} s` : `ended the process (${signal ?? code})`;
        files.push(failedFile(underway, `The analysis ${why}.${late ? "" : excerpt(said)}`));
      }
      resolve({ files, peakMegabytes });
    });
    send(child, work, reject);
  });
}

function send(child: ChildProcess, work: Work, failed: (error: Error) => void): void {
  child.send(work, (error) => {
    if (error) failed(error);
  });
}

function failedFile(file: string, failure: string): FileResult {
  return { file, bytes: 0, candidate: true, seconds: 0, findings: [], failures: [failure] };
}

/** The line of what a process said last that tells why it ended. */
function excerpt(said: string): string {
  const line = said.split("\n").find((each) => /fatal|error/i.test(each));
  return line === undefined ? "" : ` ${line.trim()}`;
}
