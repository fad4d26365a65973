/** `npm run schemas`: the published JSON Schemas, of the source that also types what writes the documents. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SCHEMAS } from "../src/report/schema/all.ts";

const ROOT = join(import.meta.dirname, "..");

for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(join(ROOT, "schemas", name), `${JSON.stringify(schema, undefined, 2)}\n`);
}
const formatter = join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");
execFileSync(process.execPath, [formatter, "format", "--write", "schemas"], { cwd: ROOT, stdio: "inherit" });
