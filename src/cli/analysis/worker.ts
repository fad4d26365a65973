/** What a thread runs: it analyses one file after the other, or one group of files. */
import { parentPort } from "node:worker_threads";
import { type AnalysisRequest, analyzeFile } from "./analyze-file.ts";
import { type LinkRequest, linkFiles } from "./link-files.ts";

parentPort?.on("message", (request: AnalysisRequest | LinkRequest) =>
  parentPort?.postMessage("group" in request ? linkFiles(request) : analyzeFile(request)),
);
