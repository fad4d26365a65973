import type { Excerpt, Reasons, Site } from "../../../src/model/site.ts";

/** The text in which `SITE` stands. */
export const SOURCE = `class Client {
  async send(message) {
    const response = await fetch(this.url, message);
    if (response.status === 401) { const { scope } = parse(response); this._scope = scope; }
    if (response.status === 403) {
      const { error, scope } = parse(response);
      if (error === "insufficient_scope") {
        const header = response.headers.get("WWW-Authenticate");
        if (this.tried === header) throw new Error("again");
        this._scope = scope;
        this.tried = header;
        await auth(this.provider, { serverUrl: this.url, scope: this._scope });
      }
    }
  }
}
`;

/** The piece of `SOURCE` that begins where a text occurs for the nth time. */
export function excerpt(text: string, occurrence = 1): Excerpt {
  let start = -1;
  for (let count = 0; count < occurrence; count++) start = SOURCE.indexOf(text, start + 1);
  if (start < 0) throw new Error(`no ${text}`);
  const at = (offset: number) => {
    const before = SOURCE.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const [from, to] = [at(start), at(start + text.length)];
  return { start, end: start + text.length, ...from, endLine: to.line, endColumn: to.column, text };
}

const { text: _, ...PLACE } = excerpt("this._scope = scope", 2);

/** The right side of the assignment. */
function challengedAt(): Excerpt {
  const { endLine, endColumn, end } = PLACE;
  return { start: end - 5, end, line: endLine, column: endColumn - 5, endLine, endColumn, text: "scope" };
}

/** A site with a piece of everything that a site can have. */
export const SITE: Site = {
  ...PLACE,
  rule: "replaced-scope",
  verdict: "rewrite",
  proof: [
    { obligation: "only-step-up", answer: "met", evidence: [excerpt('error === "insufficient_scope"')] },
    { obligation: "limits-end", answer: "met", evidence: [] },
  ],
  identity: { symbols: ["Transport", "send"], code: "this._scope = scope" },
  message: "`this._scope` is overwritten with the challenged scope `scope`; request the union instead",
  reasons: {
    evidence: [
      { ...excerpt("response.status === 403"), kind: "status" },
      { ...excerpt('error === "insufficient_scope"'), kind: "comparison" },
    ],
    proof: "step-up",
    sink: { ...excerpt("this._scope", 2), kind: "field" },
    challenged: challengedAt(),
    challengedFrom: [
      excerpt("response = await fetch(this.url, message)"),
      excerpt("{ error, scope } = parse(response)"),
    ],
    previous: "this._scope",
    granted: { kind: "provider", text: "tokens?.scope", inline: false },
    authorization: [
      {
        ...excerpt("auth(this.provider, { serverUrl: this.url, scope: this._scope })"),
        callee: "auth",
        isSdk: true,
      },
    ],
    unauthorized: [excerpt("this._scope = scope")],
    retryLimit: { test: excerpt("this.tried === header"), mark: excerpt("this.tried = header") },
  },
  advice: [{ rule: "refresh-cannot-widen", message: "auth() uses a stored refresh token first" }],
  edits: [
    {
      start: excerpt("const header").start,
      end: excerpt("const header").start,
      text: "const tokens = await this.provider.tokens();\n        ",
      role: "tokens",
    },
    { start: PLACE.start + 14, end: PLACE.start + 14, text: "unionScopes(tokens?.scope, this._scope, ", role: "union" },
    { start: PLACE.end, end: PLACE.end, text: ")", role: "union" },
  ],
  helper: "unionScopes",
};

/** `SITE` with other data; `undefined` takes a thing away. */
export function siteWith(more: { [Key in keyof Site]?: Site[Key] | undefined }, reasons: Changed<Reasons> = {}): Site {
  const site = { ...SITE, ...more, reasons: { ...SITE.reasons, ...reasons } };
  return JSON.parse(JSON.stringify(site)) as Site;
}

type Changed<Type> = { [Key in keyof Type]?: Type[Key] | undefined };
