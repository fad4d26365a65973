import type { Failure } from "../../model/outcome.ts";
import { hasCheckedExtension } from "../../place/file-kinds.ts";
import type { Descent } from "./descent.ts";
import { Tally } from "./folder.ts";
import { type Given, planOf } from "./given.ts";
import { leftOut, nothingMatched, wrongExtension } from "./given-failures.ts";
import { type Notice, type SelectedFile, type SelectionRequest, sayingOnce } from "./selection.ts";
import { walk } from "./walk.ts";

/**
 * The files that the given paths lead to, each once, found while they are asked for.
 *
 * A path that is named is always gone into. On the way down, `node_modules`, `.git`, declaration files, symbolic links
 * and what is ignored are passed over; other folders with a dot are not. What a pattern matches was found on the way
 * down, from the folder before its first special character.
 *
 * @param notice is told of every path that does not exist, cannot be read, or leads to no file; it is a remark only
 *   where the user's own patterns leave out what was named, and other files are there
 */
export function* selectFiles(request: SelectionRequest, notice: Notice): Generator<SelectedFile> {
  const once = sayingOnce(notice);
  const { descent, given } = planOf(request, once);
  const seen = new Set<string>();
  const left: Failure[] = [];
  for (const one of given) {
    if (one.kind === "left-out") {
      left.push(leftOut(one.given, one.by));
      continue;
    }
    for (const { path, file, real } of filesOf(one, descent, once)) {
      if (seen.has(real)) continue;
      seen.add(real);
      yield { path, file };
    }
  }
  // Those who pass long lists of files keep some out on purpose; it is a fault only where none is left.
  for (const failure of left) {
    if (seen.size === 0) once.failure(failure);
    else once.remark({ ...(failure.file !== undefined && { file: failure.file }), message: failure.message });
  }
}

function* filesOf(given: Exclude<Given, { kind: "left-out" }>, descent: Descent, notice: Notice) {
  if (given.kind === "unusable") return notice.failure(given.failure);
  if (given.kind === "file") {
    if (hasCheckedExtension(given.path)) yield given;
    else notice.failure(wrongExtension(given.file));
    return;
  }
  const tally = new Tally();
  for (const file of walk(given.folder, descent, notice, tally)) {
    tally.found++;
    yield file;
  }
  if (tally.found > 0 || tally.failed) return;
  notice.failure(nothingMatched(given.given, given.folder.search !== undefined, tally));
}
