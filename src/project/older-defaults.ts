import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ts } from "ts-morph";

/** The first TypeScript whose compilations are strict, and see no `@types`, unless a configuration says otherwise. */
const CHANGED_IN = 6;

/**
 * The defaults that a project counts on whose own TypeScript is older than ours. The compiler here is a version of its
 * own, so that a project needs none installed; without this, it would find errors there that the project does not have.
 *
 * @param config the path of the configuration, absolute
 * @returns options that the configuration's own come before
 */
export function olderDefaults(config: string): ts.CompilerOptions {
  const version = installedVersion(dirname(config));
  if (version === undefined) return { types: ["*"] };
  return version < CHANGED_IN ? { strict: false, types: ["*"] } : {};
}

/** The major version of the nearest installed `typescript`. */
function installedVersion(folder: string): number | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const version = versionIn(join(at, "node_modules", "typescript", "package.json"));
    if (version !== undefined || dirname(at) === at) return version;
  }
}

function versionIn(manifest: string): number | undefined {
  try {
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version?: unknown };
    return typeof version === "string" ? Number.parseInt(version, 10) : undefined;
  } catch {
    return undefined;
  }
}
