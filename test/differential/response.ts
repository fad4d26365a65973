import type { Answer } from "./scene.ts";

/** What handlers use of a response. A real one reads its body in real time. */
export class StubResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly statusText = "";
  readonly redirected = false;
  readonly type = "basic";
  readonly body = null;
  bodyUsed = false;
  readonly url: string;
  readonly #text: string;

  constructor(text: string | null, init: { status?: number; headers?: Record<string, string> } = {}, url = "") {
    this.#text = text ?? "";
    this.url = url;
    this.status = init.status ?? 200;
    this.headers = new Headers(init.headers);
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  async text(): Promise<string> {
    return this.#text;
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.#text);
  }

  clone(): StubResponse {
    return this;
  }
}

const STATUS = { success: 200, "step-up": 403, unauthorized: 401, forbidden: 403, error: 500 } as const;
const CODES = { "step-up": "insufficient_scope", unauthorized: "invalid_token", forbidden: "access_denied" } as const;

/** The response that an answer is. Its body says what its header says. */
export function responseOf(
  answer: Exclude<Answer, { kind: "no connection" }>,
  scope: string,
  url: string,
): StubResponse {
  const status = STATUS[answer.kind];
  if (answer.kind === "success") {
    const headers = { "content-type": "application/json" };
    return new StubResponse('{"jsonrpc":"2.0","id":1,"result":{}}', { status, headers }, url);
  }
  if (answer.kind === "error") return new StubResponse("{}", { status }, url);
  const error = CODES[answer.kind];
  const named = scope ? `, scope="${scope}"` : "";
  const headers = { "www-authenticate": `Bearer error="${error}"${named}`, "content-type": "application/json" };
  return new StubResponse(JSON.stringify({ error, ...(scope && { scope }) }), { status, headers }, url);
}
