import { execFile, execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { COMMAND } from "../cli/fix/command.ts";
import type { TempProject } from "../temp-project.ts";
import { fetchPackage } from "./fetch.ts";
import type { PublishedPackage } from "./published.ts";

/** A package manager as it is published; npm is the one that is installed. */
export interface Manager {
  /** What people call it by. */
  readonly program: "npm" | "pnpm" | "yarn" | "bun";
  readonly published?: PublishedPackage;
  /** The program's file in that package. */
  readonly file?: string;
}

export const NPM: Manager = { program: "npm" };

export const PNPM_10: Manager = {
  program: "pnpm",
  published: {
    name: "pnpm",
    version: "10.34.9",
    integrity: "sha512-9JtajqD97bRLs8DB1ldQkqU8KVDZW3rRXfEfF5dId6LeOgHAfpNOmyjOcW5RwJqUlixzBtCb4uHksYqMh2L9Mg==",
  },
  file: "bin/pnpm.cjs",
};

/** The native program of pnpm from version 12 on. */
export const PNPM_12: Manager = {
  program: "pnpm",
  published: {
    name: "@pnpm/exe.linux-x64",
    version: "12.21.0",
    integrity: "sha512-8eufCjHXspKbNS/kh8q4Q0gqJoOuvC4Q5pgos6XS8By/nAMtP+jf8F1Cw9er840kfAX+PJ/ts+A9qnLE91rvXQ==",
  },
  file: "pnpm",
};

export const YARN_1: Manager = {
  program: "yarn",
  published: {
    name: "yarn",
    version: "1.22.22",
    integrity: "sha512-prL3kGtyG7o9Z9Sv8IPfBNrWTDmXB4Qbes8A9rEzt6wkJV8mUvoirjU0Mp3GGAU06Y0XQyA3/2/RQFVuK7MTfg==",
  },
  file: "bin/yarn.js",
};

export const YARN_4: Manager = {
  program: "yarn",
  published: {
    name: "@yarnpkg/cli-dist",
    version: "4.18.1",
    integrity: "sha512-EH+A4TxAtBWXKE0DGQxW9Bo9crXHLJ73mfxjTQJuv8XonNWWTpei8BQ5JjczHJNU9GROTycwMFn8iOvRIZXUcA==",
  },
  file: "bin/yarn.js",
};

/** Bun's native program: the package `bun` holds its name, and a script that fetches it. */
export const BUN: Manager = {
  program: "bun",
  published: {
    name: "@oven/bun-linux-x64",
    version: "1.4.5",
    integrity: "sha512-IWX9BELoGHAUtMonkeSaNaZwXzRk+oDw6Mk+HBFXd3KHYIBNBsIGRupMZPcgNoDbJpLu6gAJjIoIVPZtt1aJ1g==",
  },
  file: "bin/bun",
};

/** Whether the program of a package manager runs here: those that are native were built for Linux on x64. */
export function runs({ file }: Manager): boolean {
  return file === undefined || /js$/.test(file) || (process.platform === "linux" && process.arch === "x64");
}

/**
 * Runs commands in a project as a person would paste them, who has a package manager and this repository's
 * `step-up-union`.
 *
 * @throws with what was printed, where one ends with another exit code than 0
 */
export async function shell(project: TempProject, manager: Manager, commands: readonly string[]): Promise<void> {
  const bin = join(project.root, ".bin");
  mkdirSync(bin, { recursive: true });
  const ours = words([process.execPath, ...COMMAND]);
  program(bin, "step-up-union", `exec ${ours} "$@"`);
  program(bin, "npx", `if [ "$1" = step-up-union ]; then shift; exec ${ours} "$@"; fi; PATH=\${PATH#*:} exec npx "$@"`);
  const { published, file } = manager;
  if (published && file) {
    const path = join(await fetchPackage(published), file);
    program(bin, manager.program, `exec ${words(/js$/.test(file) ? [process.execPath, path] : [path])} "$@"`);
  }
  // What npm tells the scripts that it runs is about this repository, not about the project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)|^npm_config_local_prefix$|^INIT_CWD$/.test(name)),
  );
  await promisify(execFile)("bash", ["-ec", commands.join("\n")], {
    cwd: project.root,
    env: { ...env, ...SETTINGS, PATH: `${bin}${delimiter}${process.env.PATH}` },
    maxBuffer: 2 ** 26,
  });
}

const REGISTRY = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();

/** Yarn and Bun ask another registry than npm where nobody tells them, and some make no lock file on build servers. */
const SETTINGS = {
  CI: "",
  npm_config_prefer_offline: "true",
  npm_config_registry: REGISTRY,
  BUN_CONFIG_REGISTRY: REGISTRY,
  YARN_NPM_REGISTRY_SERVER: REGISTRY.replace(/\/$/, ""),
  YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
  YARN_ENABLE_GLOBAL_CACHE: "false",
  YARN_ENABLE_TELEMETRY: "false",
};

function words(all: readonly string[]): string {
  return all.map((word) => `'${word}'`).join(" ");
}

function program(bin: string, name: string, text: string): void {
  writeFileSync(join(bin, name), `#!/bin/bash\n${text}\n`);
  chmodSync(join(bin, name), 0o755);
}
