/** What the thread of a project runs. Only it loads the compiler. */
import { parentPort } from "node:worker_threads";
import { type ProjectRequest, projectResults } from "./project-results.ts";

parentPort?.on("message", (request: ProjectRequest) => parentPort?.postMessage(projectResults(request)));
