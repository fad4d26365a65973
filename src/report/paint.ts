/** The colours that reports use: an object of picocolors' `createColors` is one. */
export interface Colors {
  bold(text: string): string;
  dim(text: string): string;
  underline(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

const plain = (text: string): string => text;

/** No colours at all. */
export const NO_COLORS: Colors = {
  bold: plain,
  dim: plain,
  underline: plain,
  red: plain,
  green: plain,
  yellow: plain,
  cyan: plain,
};

/** Paints each line by itself: the viewers of CI logs end colours with the line. */
export function paintLines(text: string, paint: (line: string) => string): string {
  return text.split("\n").map(paint).join("\n");
}
