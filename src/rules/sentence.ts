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

/** A message of `rules/message.ts`, whose code stands in backticks, as a sentence. */
export const fromMessage = (message: string): Sentence =>
  message.split(/(`[^`]+`)/).flatMap((part) => {
    if (part === "") return [];
    return [/^`[^`]+`$/.test(part) ? { code: part.slice(1, -1) } : part];
  });

/** Several sentences as one, a space between each two. */
export const together = (sentences: readonly Sentence[]): Sentence =>
  sentences.flatMap((sentence, index) => (index === 0 ? [...sentence] : [" ", ...sentence]));

/** A sentence as text, its code in backticks. */
export const plain = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === "string" ? part : `\`${part.code}\``)).join("");
