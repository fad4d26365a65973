import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { ROOT } from "../packages/fetch.ts";
import type { Change } from "./engine.ts";

/** Judges changes by a shell command, in a copy of the project: whether the command still ends with 0. */
export class CommandPass {
  readonly #folder = mkdtempSync(join(tmpdir(), "mutants-"));

  readonly #command: string;

  constructor(command: string) {
    this.#command = command;
    const left = ["node_modules", ".git"];
    cpSync(ROOT, this.#folder, { recursive: true, filter: (path) => !left.includes(basename(path)) });
    symlinkSync(join(ROOT, "node_modules"), join(this.#folder, "node_modules"), "dir");
  }

  survives({ file, text }: Change, original: string): boolean {
    const copy = join(this.#folder, relative(ROOT, file));
    writeFileSync(copy, text);
    const { status } = spawnSync("bash", ["-c", this.#command], { cwd: this.#folder, stdio: "ignore" });
    writeFileSync(copy, original);
    return status === 0;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
