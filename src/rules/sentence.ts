/** A piece of code in a sentence, which each view sets in its own way. */
export interface CodePart {
  readonly code: string;
}

/** A sentence as prose and code, so that no view has to guess where the one ends and the other begins. */
export type Sentence = readonly (string | CodePart)[];

/** Longer code than this is cut in a sentence. */
const LONGEST_CODE = 80;

/** A piece of code for a sentence: on one line, of a length that can be read. */
export function code(text: string): CodePart {
  const line = text.replace(/\s+/g, " ").trim();
  return { code: line.length > LONGEST_CODE ? `${line.slice(0, LONGEST_CODE - 3).trimEnd()}...` : line };
}

/** Writes a sentence: ``say`${code(sink)} becomes ${scope}` ``. */
export function say(texts: TemplateStringsArray, ...parts: (string | number | CodePart | Sentence)[]): Sentence {
  return texts.flatMap((text, index) => {
    const part = parts[index];
    const inner =
      part === undefined ? [] : typeof part === "number" ? [String(part)] : Array.isArray(part) ? part : [part];
    return [...(text === "" ? [] : [text]), ...(inner as Sentence)];
  });
}

/** Code in a message: on one line, of a length that can be read, and `fenced`. */
export const quoted = (text: string): string => fenced(code(text).code);

/** What is not ours in a message: in backticks, more of them than stand anywhere in it, so that nothing in it ends it. */
export function fenced(text: string): string {
  const most = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(most + 1);
  const space = most > 0 ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** A message of `rules/message.ts`, whose code is `quoted`, as a sentence. */
export function fromMessage(message: string): Sentence {
  const parts: (string | CodePart)[] = [];
  let rest = message;
  for (let found = QUOTED.exec(rest); found; found = QUOTED.exec(rest)) {
    const [whole, fence = "", inside = ""] = found;
    if (found.index > 0) parts.push(rest.slice(0, found.index));
    parts.push({ code: fence.length > 1 ? inside.replace(/^ | $/g, "") : inside });
    rest = rest.slice(found.index + whole.length);
  }
  return rest === "" ? parts : [...parts, rest];
}

/** A run of backticks, up to the next run that is as long. */
const QUOTED = /(?<!`)(`+)(?!`)([^`]|[^`][\s\S]*?[^`])\1(?!`)/;

/** Several sentences as one, a space between each two. */
export const together = (sentences: readonly Sentence[]): Sentence =>
  sentences.flatMap((sentence, index) => (index === 0 ? [...sentence] : [" ", ...sentence]));

/** A sentence as text, its code in backticks. */
export const plain = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === "string" ? part : `\`${part.code}\``)).join("");
