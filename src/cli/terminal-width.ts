/** The columns of a terminal, where a stream is one. One without a size, as some CI runners have, says 0. */
export function terminalWidth(stream: NodeJS.WriteStream): { readonly width?: number } {
  return stream.isTTY && stream.columns > 0 ? { width: stream.columns } : {};
}
