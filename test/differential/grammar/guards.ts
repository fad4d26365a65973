import type { Challenge, Piece, Table } from "./pieces.ts";

/** A test for the step-up, around the statements that handle it. */
export interface Guard extends Piece {
  readonly around: (challenge: Challenge, body: readonly string[]) => readonly string[];
}

const CODE = '"insufficient_scope"';

/** Puts statements under a condition. */
const under = (condition: string, body: readonly string[]): string[] => [`if (${condition}) {`, ...body, "}"];

/** The evidence of step-up. */
export const GUARDS: Table<Guard> = {
  comparison: { around: ({ error }, body) => under(`${error} === ${CODE}`, body) },
  "with the status": { around: ({ error }, body) => under(`response.status === 403 && ${error} === ${CODE}`, body) },
  "inside the status": {
    around: ({ error }, body) => under("response.status === 403", under(`${error} === ${CODE}`, body)),
  },
  "early exit": {
    around: ({ error }, body) => [...under(`${error} !== ${CODE}`, ['throw new Error("forbidden");']), ...body],
  },
  else: {
    around: ({ error }, body) => [
      `if (${error} !== ${CODE}) {`,
      'throw new Error("forbidden");',
      "} else {",
      ...body,
      "}",
    ],
  },
  negated: { around: ({ error }, body) => under(`!(${error} !== ${CODE})`, body) },
  yoda: { around: ({ error }, body) => under(`${CODE} === ${error}`, body) },
  switch: { around: ({ error }, body) => [`switch (${error}) {`, `case ${CODE}: {`, ...body, "}", "}"] },
  "bare switch": {
    around: ({ error }, body) => [`switch (${error}) {`, `case ${CODE}:`, ...body, "default:", "break;", "}"],
  },
  constant: {
    module: `const INSUFFICIENT_SCOPE = ${CODE};`,
    around: ({ error }, body) => under(`${error} === INSUFFICIENT_SCOPE`, body),
  },
  "record of constants": {
    module: `const CODES = { insufficientScope: ${CODE} } as const;`,
    around: ({ error }, body) => under(`${error} === CODES.insufficientScope`, body),
  },
  enum: {
    module: `enum ErrorCode { InvalidToken = "invalid_token", InsufficientScope = ${CODE} }`,
    around: ({ error }, body) => under(`${error} === ErrorCode.InsufficientScope`, body),
  },
  predicate: {
    module: `function isStepUp(error: string | undefined): boolean {\nreturn error === ${CODE};\n}`,
    around: ({ error }, body) => under(`isStepUp(${error})`, body),
  },
  flag: {
    around: ({ error }, body) => [`const isStepUp = ${error} === ${CODE};`, ...under("isStepUp", body)],
  },
  "includes in the header": { around: ({ header }, body) => under(`(${header})?.includes(${CODE})`, body) },
  regex: { around: ({ header }, body) => under(`/insufficient_scope/.test(${header} ?? "")`, body) },
  "includes in a list": { around: ({ error }, body) => under(`[${CODE}].includes(${error} ?? "")`, body) },
};
