import { readFileSync } from "node:fs";
import { PACKAGE } from "./package-folder.ts";

const MANIFEST: {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: { readonly "ts-morph": string };
} = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8"));

/** This package, as its package.json names it, and which major version of the compiler it is made for. */
export const TOOL = {
  name: MANIFEST.name,
  version: MANIFEST.version,
  compiler: /\d+/.exec(MANIFEST.peerDependencies["ts-morph"])?.[0] ?? "latest",
} as const;

/** The page that documents the rules, as the package of this version holds it; a rule's id is the anchor. */
export const DOCS = `https://unpkg.com/${TOOL.name}@${TOOL.version}/docs/rules.md`;
