import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./install.ts";
import { type Migration, migrated } from "./migration.ts";
import { runProcess } from "./process.ts";

const COMMAND = join(PROJECT, "dist", "cli", "main.js");
const FIX_TIMEOUT = 60_000;

/**
 * Copies a package into the node_modules folder of a project, and runs the built `step-up-union fix` there, as a user
 * would.
 *
 * @param project absolute
 * @param name the package's folder in node_modules
 */
export function fixCopy(published: string, project: string, name: string): Promise<Migration> {
  return migrated(published, join(project, "node_modules", name), () => runFix(project, `node_modules/${name}`));
}

async function runFix(project: string, path: string): Promise<string> {
  if (!existsSync(COMMAND)) throw new Error("The command is not built. Run: npm run build");
  const { code, output } = await runProcess(process.execPath, [COMMAND, "fix", path], {
    cwd: project,
    timeout: FIX_TIMEOUT,
  });
  if (code !== 0) throw new Error(`npx step-up-union fix ${path} ended with ${code}:\n${output}`);
  return output;
}
