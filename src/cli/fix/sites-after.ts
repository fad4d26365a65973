import { splice } from "../../edit/splice.ts";
import { directivesOf, withSuppressions } from "../../judge/suppressions.ts";
import type { CheckedFile } from "../../model/outcome.ts";
import type { Edit, Site } from "../../model/site.ts";
import { readCode } from "../../parse/code.ts";

/**
 * A file's sites when a comment is inserted, with what suppresses them then.
 *
 * They are moved, and not looked for anew: some are known only to the analysis of the whole program.
 *
 * @param comment an insertion; it is no edit of a site
 * @throws {import("../../parse/syntax-error.ts").SourceSyntaxError} where the comment breaks the code
 */
export function sitesAfter({ file, source, sites }: CheckedFile, comment: Edit): Site[] {
  const code = readCode(splice(source, [comment]), file);
  const directives = directivesOf(code);
  const moved = (offset: number) => (offset < comment.start ? offset : offset + comment.text.length);
  return sites.map(({ suppressed: _, ...site }) =>
    withSuppressions(directives, {
      ...site,
      ...code.lines.locate({ start: moved(site.start), end: moved(site.end) }),
    }),
  );
}
