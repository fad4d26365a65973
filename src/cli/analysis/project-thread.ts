import type { Failure } from "../../model/outcome.ts";
import { PACKAGE } from "../../report/package-folder.ts";
import { missingCompiler } from "./compiler.ts";
import { lostThread } from "./lost-thread.ts";
import type { ProjectRequest, ProjectResults } from "./project-results.ts";
import { Threads } from "./threads.ts";

type ProjectAnswer = ProjectResults | { readonly failure: Failure };

/**
 * Analyses a project in a thread of its own: it takes long, and meanwhile this one answers an interruption and shows
 * that something goes on; and where memory runs out, only that thread ends.
 *
 * @returns a failure where the project as a whole cannot be analysed
 */
export async function projectInThread(request: ProjectRequest): Promise<ProjectAnswer> {
  const missing = missingCompiler();
  if (missing !== undefined) return { failure: { kind: "usage", file: request.project, message: missing } };
  const threads = new Threads<ProjectRequest, ProjectAnswer>(
    new URL("dist/cli/analysis/project-worker.js", PACKAGE),
    1,
  );
  try {
    return await threads.run(request);
  } catch (error) {
    return lostThread(request.project, error);
  } finally {
    await threads.close();
  }
}
