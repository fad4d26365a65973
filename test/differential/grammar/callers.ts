import type { Piece, Table } from "./pieces.ts";

/** How a handler is reached: the statements in `send`, and where the handler's own stand. */
export interface Caller extends Piece {
  readonly call: readonly string[];
}

/** What a handler takes besides the response and the message, as parameters and as arguments. */
export interface Extra {
  /** What is kept of the requested scope, where anything is. */
  readonly kept: string | undefined;
  readonly parameters: string;
  readonly arguments: string;
}

const TYPES = "(response: Response, message: Message";
const RESULT = "Promise<string>";

const method = ({ parameters }: Extra, body: readonly string[], name = "onForbidden"): string =>
  [`private async ${name}${TYPES}${parameters}): ${RESULT} {`, ...body, "}"].join("\n");

/** The type of a handler: its parameters have no defaults. */
function typeOf({ parameters }: Extra): string {
  return `${TYPES}${parameters.replace(" = 0", "?: number")}) => ${RESULT}`;
}

/** The ways to a handler. `body` ends in every case. */
export const CALLERS: Table<(extra: Extra, body: readonly string[]) => Caller> = {
  inline: (_, body) => ({ call: body }),
  method: (extra, body) => ({
    members: [method(extra, body)],
    call: [`if (response.status === 403) return this.onForbidden(response, message${extra.arguments});`],
  }),
  "awaited method": (extra, body) => ({
    members: [method(extra, body)],
    call: [
      "if (response.status === 403) {",
      `const answer = await this.onForbidden(response, message${extra.arguments});`,
      "return answer;",
      "}",
    ],
  }),
  "read right after the call": (extra, body) => ({
    members: [method(extra, body)],
    call: [
      "if (response.status === 403) {",
      `const answer = this.onForbidden(response, message${extra.arguments});`,
      "answer.catch(() => {});",
      'const isNamed = /scope="/.test(response.headers.get("WWW-Authenticate") ?? "");',
      `if (isNamed && ${extra.kept ?? '""'} === undefined) console.info("nothing asked for");`,
      "return answer;",
      "}",
    ],
  }),
  arrow: (extra, body) => ({
    fields: [
      [`private readonly onForbidden = async ${TYPES}${extra.parameters}): ${RESULT} => {`, ...body, "};"].join("\n"),
    ],
    call: [`if (response.status === 403) return this.onForbidden(response, message${extra.arguments});`],
  }),
  "bound method": (extra, body) => ({
    members: [method(extra, body)],
    call: [
      "if (response.status === 403) {",
      "const handle = this.onForbidden.bind(this);",
      `return handle(response, message${extra.arguments});`,
      "}",
    ],
  }),
  "table by status": (extra, body) => ({
    members: [method(extra, body)],
    fields: [
      `private readonly handlers: Record<number, ${typeOf(extra)}> = {`.concat(
        "\n403: (...all) => this.onForbidden(...all),\n};",
      ),
    ],
    call: [
      "const handle = this.handlers[response.status];",
      `if (handle) return handle(response, message${extra.arguments});`,
    ],
  }),
  "table of names": (extra, body) => ({
    members: [method(extra, body)],
    module: 'const HANDLERS = { 403: "onForbidden" } as const;',
    call: [
      "const name = HANDLERS[response.status as 403];",
      `if (name) return this[name](response, message${extra.arguments});`,
    ],
  }),
  emitter: (extra, body) => ({
    module: 'import { EventEmitter } from "node:events";',
    members: [method(extra, body)],
    fields: ["private readonly refusals = new EventEmitter();"],
    constructing: [
      'this.refusals.on("forbidden", (settle, ...all: [Response, Message]) => settle(this.onForbidden(...all)));',
    ],
    call: [
      "if (response.status === 403) {",
      `return new Promise((resolve) => this.refusals.emit("forbidden", resolve, response, message${extra.arguments}));`,
      "}",
    ],
  }),
  "caught error": (extra, body) => ({
    module: 'class Refused extends Error {\nconstructor(readonly response: Response) {\nsuper("refused");\n}\n}',
    members: [method(extra, body)],
    call: [
      "try {",
      "if (response.status === 403) throw new Refused(response);",
      "} catch (error) {",
      "if (!(error instanceof Refused)) throw error;",
      `return this.onForbidden(error.response, message${extra.arguments});`,
      "}",
    ],
  }),
};

/** The evidence in one method and what follows from it in another. */
export const SPLIT_CALLERS = ["private step-up", "private step-up by scope", "step-up that anyone may call"] as const;
