import * as fs from "node:fs";
import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { installPinned } from "./install.ts";
import { runProcess } from "./process.ts";

/** A Node that can run the official suite and the client that it starts. */
export interface Runtime {
  readonly path: string;
  /** Without the leading `v`. */
  readonly version: string;
}

/** The running Node where it is new enough, else one from the npm registry. */
export async function suiteRuntime(): Promise<Runtime> {
  if (isNewEnough()) return { path: process.execPath, version: process.versions.node };
  const path = join(await installPinned("node"), "node_modules", platformPackage(), ...binary());
  await access(path, constants.X_OK).catch(() => {
    throw new Error(`${process.version} is too old for the official suite. ${remedy()}\nMissing: ${path}`);
  });
  const { code, output } = await runProcess(path, ["--version"], { cwd: ".", timeout: 30_000 });
  if (code !== 0) throw new Error(`${path} does not run here. ${remedy()}\n${output}`);
  return { path, version: output.trim().replace(/^v/, "") };
}

/** The suite needs `fs.globSync` (Node 22), and our client that Node strips types (22.18). */
function isNewEnough(): boolean {
  return "globSync" in fs && "typescript" in process.features && process.features.typescript === "strip";
}

/** What the package `node` would link to: the package that holds the binary for this platform. */
function platformPackage(): string {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const prefix = platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  return `${prefix}-${platform}-${process.arch}`;
}

function binary(): string[] {
  return ["bin", process.platform === "win32" ? "node.exe" : "node"];
}

function remedy(): string {
  return "Run this with Node 22.18 or newer.";
}
