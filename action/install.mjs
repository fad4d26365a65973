// Step "Install" of the GitHub Action: installs the command beside this file, if it is not there yet.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { COMMAND, ROOT } from "./places.mjs";

if (!existsSync(COMMAND)) {
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", args, { cwd: ROOT, stdio: "inherit", shell: process.platform === "win32" });
  process.exitCode = status ?? 1;
}
