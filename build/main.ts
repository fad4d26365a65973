/** `npm run build`: the command and the API as they are distributed, in `dist`. */
import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { keepReachable } from "./declarations.ts";
import { licensesOf } from "./licenses.ts";

const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");

await rm(DIST, { recursive: true, force: true });
const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: ROOT, stdio: "inherit" });
const { exports } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
const types = Object.values<{ types?: string }>(exports).flatMap(({ types }) => (types ? [join(ROOT, types)] : []));
await keepReachable(DIST, types);
const packages = await bundle(DIST);
await writeFile(join(DIST, "LICENSES.txt"), await licensesOf(packages));
