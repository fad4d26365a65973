/** Breaks a text between words into lines of at most `width` characters, indented; all but the first a little more. */
export function wrapWords(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let [line = "", ...words] = text.split(" ");
  line = indent + line;
  for (const word of words) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line = `${line} ${word}`;
  }
  return [...lines, line];
}
