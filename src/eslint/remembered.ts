import { statSync } from "node:fs";

/**
 * What is made of files, kept until one of them changes: a run of ESLint looks at thousands of texts, and an editor
 * keeps it for days.
 *
 * @param files absolute, whether they are there or not; asked each time
 * @param make what it throws is not kept
 */
export function remembered<Made>(files: () => readonly string[], make: () => Made): () => Made {
  let last: { readonly states: string; readonly made: Made } | undefined;
  return () => {
    // Before they are read: of a change meanwhile the next call knows.
    const states = files().map(stateOf).join("\n");
    if (last?.states !== states) last = { states, made: make() };
    return last.made;
  };
}

/** A text that changes when the file does. */
function stateOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return [path, ino, size, mtimeMs, ctimeMs].join(" ");
  } catch {
    return path;
  }
}
