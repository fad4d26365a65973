/** A module's exports, by name. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A client with a retry limit of some kind. */
export interface Program {
  readonly name: string;
  /** What stands in the handler; `error` and `scope` are the challenge's. Without it, `all` is the whole module. */
  readonly handler?: string;
  readonly fields?: string;
  readonly members?: string;
  readonly module?: string;
  readonly all?: string;
  readonly modules?: () => Modules;
  /** What the engine concludes. */
  readonly verdict: "rewrite" | "review";
  /** Whether the handler retries without a bound. */
  readonly advice?: true;
}

const EVIDENCE = 'if (error === "insufficient_scope") {\n';

/**
 * A program, and others in which its limit is tested before the evidence: right before it, together with it in a test
 * of the status, and before an early exit.
 */
export function layoutsOf(program: Program): Program[] {
  const { handler = "", name } = program;
  const at = handler.indexOf(EVIDENCE);
  const lines = handler.slice(at + EVIDENCE.length).split("\n");
  const exit = lines.findIndex((line) => /(?:return|throw)\b.*;$/.test(line));
  if (at < 0 || exit < 0 || lines[exit]?.includes("asked") || lines[exit]?.startsWith("    ")) return [program];
  const lead = handler.slice(0, at);
  const test = lines.slice(0, exit + 1).join("\n");
  const rest = lines.slice(exit + 1).join("\n");
  const flat = rest.slice(0, rest.lastIndexOf("}"));
  const layout = (how: string, text: string): Program => ({ ...program, name: `${name}, ${how}`, handler: text });
  return [
    program,
    layout("tested before the evidence", `${lead}${test}\n${EVIDENCE}${rest}`),
    layout("tested under a status", `${lead}if (response.status === 403) {\n${test}\n${EVIDENCE}${rest}\n}`),
    layout("tested before an exit", `${lead}${test}\nif (error !== "insufficient_scope") return "other";\n${flat}`),
  ];
}

/** The module that a program is. */
export function sourceOf({ handler = "", fields = "", members = "", module = "", all }: Program): string {
  return (
    all ??
    `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
${module}
export class Client {
${fields}
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }
${members}
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
${handler.replace(/^/gm, "    ")}
  }
}
`
  );
}
