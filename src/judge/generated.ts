import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { GENERATED, GENERATED_MARK, NOT_TO_EDIT } from "../rules/names-beside.ts";

/** Whether a comment at the head of a file says that it is generated: the next time, an edit of it is gone. */
export const isGenerated = (code: Code): boolean =>
  code.answers.of(isGenerated, code, () => {
    const { directives, body } = code.tree.program;
    const first: Node | undefined = [...directives, ...body][0];
    const end = first?.start ?? 0;
    return code.comments.some((comment) => (comment.start ?? end) < end && says(comment.value));
  });

const says = (comment: string): boolean =>
  GENERATED_MARK.test(comment) || (GENERATED.test(comment) && NOT_TO_EDIT.test(comment));
