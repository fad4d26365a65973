/** What is shown to a person who waits. */
export interface Progress {
  /** @param files how many files were selected so far */
  show(files: number): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** A run shorter than this shows nothing, in milliseconds; then the line changes this often. */
const PATIENCE = 1000;
const INTERVAL = 100;
const CLEAR_LINE = "\r\u001b[2K";

/** Progress on a terminal; silent elsewhere, and under `quiet`. */
export function createProgress(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (stream.isTTY !== true || quiet) return { show() {}, clear() {} };
  let next = performance.now() + PATIENCE;
  let isShown = false;
  return {
    show(files) {
      if (performance.now() < next) return;
      next = performance.now() + INTERVAL;
      isShown = true;
      stream.write(`${CLEAR_LINE}${files.toLocaleString("en")} files looked at …`);
    },
    clear() {
      if (isShown) stream.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
