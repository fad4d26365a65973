/**
 * Ends the process with 130 when it is interrupted (Ctrl-C), after what must be done first.
 *
 * @returns what takes that back
 */
export function onInterrupt(before: () => void): () => void {
  const end = () => {
    before();
    process.exit(130);
  };
  process.once("SIGINT", end);
  return () => process.off("SIGINT", end);
}
