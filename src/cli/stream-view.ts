import pc from "picocolors";
import type { Colors } from "../report/paint.ts";
import { wantsColor } from "./color.ts";

/** What a stream can show. */
export interface StreamView {
  /** Absent where there are to be no colours. */
  readonly colors?: Colors;
  /** Present where it is a terminal. */
  readonly isTerminal?: true;
  /** The columns of the terminal; absent where there is none, so that nothing is wrapped. */
  readonly width?: number;
}

/**
 * How to write to a stream.
 *
 * @param color what `--color` and `--no-color` say; undefined where neither is given
 */
export function streamView(stream: NodeJS.WriteStream, color: boolean | undefined): StreamView {
  return {
    ...(wantsColor(color, stream, process.env) && { colors: pc.createColors(true) }),
    ...(stream.isTTY && { isTerminal: true }),
    // A terminal without a size, as some CI runners have, says 0.
    ...(stream.isTTY && stream.columns > 0 && { width: stream.columns }),
  };
}

/** How to write to a file: in colour only where that is asked for. */
export function fileView(color: boolean | undefined): Pick<StreamView, "colors"> {
  return color ? { colors: pc.createColors(true) } : {};
}
