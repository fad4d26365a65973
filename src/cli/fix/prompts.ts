import { isCancel, select, text } from "@clack/prompts";
import { Lines } from "../../parse/lines.ts";
import { withoutCommands } from "../../report/ci-commands.ts";
import { openText } from "../../report/fix-summary.ts";
import { visible } from "../../report/safe-text.ts";
import { siteBlock } from "../../report/site-block.ts";
import type { ReportView } from "../../report/view.ts";
import type { Answer, Choice, Question } from "./session.ts";
import { hasSuggestion } from "./suggested.ts";

const LABELS: Readonly<Record<Choice, string>> = {
  accept: "accept this change",
  suggestion: "apply the suggested change: you found that it is right here",
  skip: "skip it for now",
  "accept-file": "accept this change and all that follow in this file",
  suppress: "suppress it by a comment, with a reason",
  quit: "quit, and keep what was accepted",
};

/** Where questions are put: the terminal, or what a test puts in its place. */
export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** Asks a person at a terminal. Ctrl-C and Escape cancel. */
export function askAt({ input, output }: Streams, view: ReportView): (question: Question) => Promise<Answer> {
  return async ({ file, site, number, total, choices, refusal }) => {
    if (refusal === undefined) {
      const open = hasSuggestion(site) ? `  ${openText(site.proof)}\n\n` : "";
      const block = `${visible(file.file)}\n${siteBlock(file, new Lines(file.source), site, view)}`;
      output.write(`\n${withoutCommands(block)}\n\n${open}`);
    } else {
      output.write(`${refusal}\n`);
    }
    const options = choices.map((value) => ({ value, label: LABELS[value] }));
    const choice = await select<Choice>({ message: `Site ${number} of ${total}`, options, input, output });
    if (isCancel(choice)) return { choice: "cancel" };
    if (choice !== "suppress") return { choice };
    const reason = await text({ message: "Why is it right as it is?", input, output });
    return isCancel(reason) ? { choice: "cancel" } : { choice, reason: reason ?? "" };
  };
}
