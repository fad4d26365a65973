/** What a thread runs: it analyses one file after the other. */
import { parentPort } from "node:worker_threads";
import { type AnalysisRequest, analyzeFile } from "./analyze-file.ts";

parentPort?.on("message", (request: AnalysisRequest) => parentPort?.postMessage(analyzeFile(request)));
