import { join } from "node:path";
import { fetchPackage } from "../test/packages/fetch.ts";
import type { PublishedPackage } from "../test/packages/published.ts";
import { timed } from "./timed.ts";

const VERSION = "0.51.1";

const RULE = join(import.meta.dirname, "ast-grep-rule.yml");

/** The published binaries, by platform and architecture as Node names them. */
const PACKAGES: Readonly<Record<string, Pick<PublishedPackage, "name" | "integrity">>> = {
  "linux-x64": {
    name: "@ast-grep/cli-linux-x64-gnu",
    integrity: "sha512-FlaaRLyopXet+zFrWOdlTbyJb+QqZzgV9jxIbgz0FoVsJSaJ6jsenO/6bgYJk4zPOCUODuvoQ1/XFlB4r6BdcQ==",
  },
  "linux-arm64": {
    name: "@ast-grep/cli-linux-arm64-gnu",
    integrity: "sha512-ix/97iBUPGvf9KrhKRcooSJLmwBgAo7GhKHm7VH30kpxOMUrNLqiTXJj2eZVLiO2xQdUFnbwhVn+A7blSlYLJQ==",
  },
  "darwin-x64": {
    name: "@ast-grep/cli-darwin-x64",
    integrity: "sha512-i8wJd4amxXCvEgZDcU8QDnVE92oqJyDFPyTjaT1PVtBQ0Vb7Y55iTu1dwBwXVi0inFM2OJ4Ze57yCz1uNuXTbg==",
  },
  "darwin-arm64": {
    name: "@ast-grep/cli-darwin-arm64",
    integrity: "sha512-C279HR4eytYkHrmqudMi+eUG3ZvuAqWc0zp9i5aPugFF389AE6N6SbiSFdKeVZXMaUVpwRbmBQbBTr5cA0Tugw==",
  },
  "win32-x64": {
    name: "@ast-grep/cli-win32-x64-msvc",
    integrity: "sha512-98fN1gUWJ6AMcwfFdUAQV+4haq5HAzDZWyu3W5zCZXkhhvcT3GLY9oRcACrr7yefIQohHpj5GG0rUZNlwukrMQ==",
  },
};

/** What a scan with the rule took, and in how many places the rule matched. */
export interface Scan {
  readonly seconds: number;
  readonly matches: number;
}

/**
 * The path of ast-grep's binary, fetched once.
 *
 * @param platform as `process.platform`, a hyphen and `process.arch`
 * @throws where no binary is published for the platform: without it there is nothing to compare with
 */
export async function astGrep(platform = `${process.platform}-${process.arch}`): Promise<string> {
  const published = PACKAGES[platform];
  if (!published) {
    const known = Object.keys(PACKAGES).join(", ");
    throw new Error(`There is no published ast-grep for ${platform} to compare with (only for ${known}).`);
  }
  const folder = await fetchPackage({ ...published, version: VERSION });
  return join(folder, platform.startsWith("win32") ? "ast-grep.exe" : "ast-grep");
}

/** Looks for the rule's matches below a folder, as a user would. */
export async function scan(binary: string, folder: string): Promise<Scan> {
  const { seconds, exitCode, stdout, stderr } = await timed(binary, ["scan", "-r", RULE, "--json=compact"], {
    cwd: folder,
  });
  if (exitCode !== 0) throw new Error(`ast-grep went wrong (exit code ${exitCode}):\n${stderr}`);
  return { seconds, matches: JSON.parse(stdout).length };
}
