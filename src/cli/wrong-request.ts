import { nearMiss } from "../model/near-miss.ts";
import type { Failure } from "../model/outcome.ts";
import { readOptions } from "../model/read-options.ts";
import type { CheckRequest } from "./check-request.ts";
import { refusedPatterns } from "./files/ignore-patterns.ts";

/** All that a request can hold. */
const KEYS: Readonly<Record<keyof CheckRequest, true>> = {
  options: true,
  config: true,
  workingFolder: true,
  ignorePatterns: true,
  gitignore: true,
  allowNoFiles: true,
  since: true,
  staged: true,
  stdin: true,
  project: true,
  shard: true,
  concurrency: true,
  dependencies: true,
  onProgress: true,
  onCandidates: true,
};

/** What is wrong with a request, of which a program may have written anything. */
export function wrongRequest(paths: unknown, request: CheckRequest): Failure[] {
  const { options = {}, concurrency = 1, ignorePatterns = [], config } = request;
  const read = readOptions(options);
  const messages = [...wrongForm(paths, request), ...("problems" in read ? read.problems : [])];
  if (!Number.isInteger(concurrency) || concurrency < 1)
    messages.push(`concurrency is ${concurrency}; give 1 or more.`);
  const refused = refusedPatterns(ignorePatterns.join("\n"));
  if (refused) messages.push(`--ignore-pattern: ${refused.message}`);
  const configured = refusedPatterns(config ? config.ignorePatterns.join("\n") : "");
  if (config && configured) messages.push(`${config.path}: "ignore-pattern": ${configured.message}`);
  return messages.map((message) => ({ kind: "usage", message }));
}

function wrongForm(paths: unknown, request: CheckRequest): string[] {
  const isList = Array.isArray(paths) && paths.every((path) => typeof path === "string");
  const wrongPaths = isList ? [] : [`paths is ${JSON.stringify(paths)}; give a list of texts, such as ["src"].`];
  const unknown = Object.keys(request).filter((key) => !Object.hasOwn(KEYS, key));
  return [
    ...wrongPaths,
    ...unknown.map((key) => {
      const near = nearMiss(key, Object.keys(KEYS));
      const hint = near === undefined ? `There are ${Object.keys(KEYS).join(", ")}.` : `Did you mean ${near}?`;
      return `A request has no ${key}. ${hint}`;
    }),
  ];
}
