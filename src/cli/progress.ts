/** What is shown to a person who waits. */
export interface Progress {
  /** @param files how many files were selected so far */
  show(files: number): void;
  /** Takes the line away for good, so that something else can be written. */
  clear(): void;
}

/** A run shorter than this shows nothing, in milliseconds; then the line changes this often. */
const PATIENCE = 1000;
const INTERVAL = 100;
const CLEAR_LINE = "\r\u001b[2K";

/** Progress on a terminal that can take a line back; silent elsewhere, and under `quiet`. */
export function createProgress(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (stream.isTTY !== true || process.env.TERM === "dumb" || quiet) return { show() {}, clear() {} };
  const began = performance.now();
  let count = 0;
  let shown = "";
  // By the clock rather than by the files: the threads, or the compiler, may be at work long after the last one.
  const timer = setInterval(() => {
    const line = count === 0 ? "Reading …" : `${count.toLocaleString("en")} files looked at …`;
    if (performance.now() - began < PATIENCE || line === shown) return;
    stream.write(CLEAR_LINE + line);
    shown = line;
  }, INTERVAL);
  timer.unref();
  return {
    show(files) {
      count = files;
    },
    clear() {
      clearInterval(timer);
      if (shown !== "") stream.write(CLEAR_LINE);
      shown = "";
    },
  };
}
