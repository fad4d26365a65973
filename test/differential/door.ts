import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import type { StubResponse } from "./response.ts";
import type { World } from "./world.ts";

/** Something of a module that can be called as its users would: a function, or a method of what it makes. */
export type Door = string;

type Callable = (...all: unknown[]) => unknown;

/** The names of a function's parameters; of a pattern, `options`. */
export function parametersOf(callable: Callable): string[] {
  const text = Function.prototype.toString.call(callable);
  const isClass = /^class\b/.test(text);
  const from = isClass ? text.search(/\bconstructor\s*\(/) : 0;
  if (from < 0) return [];
  const single = /^(?:async\s+)?([\w$]+)\s*=>/.exec(text);
  if (single?.[1]) return [single[1]];
  return splitAtCommas(text.slice(text.indexOf("(", from) + 1)).map((each) => {
    return /^(?:\.\.\.)?([\w$]+)/.exec(each.trim())?.[1] ?? "options";
  });
}

/** The parts between the commas of a list that ends with the first bracket that closes it. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const [place, character] of [...text].entries()) {
    if ("([{".includes(character)) depth++;
    else if (depth > 0 && ")]}".includes(character)) depth--;
    else if (character === ")" || (character === "," && depth === 0)) {
      parts.push(text.slice(start, place));
      start = place + 1;
      if (character === ")") break;
    }
  }
  return parts.filter((part) => part.trim() !== "");
}

const RESPONSE = /^(?:response|res|resp|reply|refusal|answer|first)$/i;
const FROM_RESPONSE = /^(?:responses|challenges?|problem|refusal|failure|header|error|code)$/i;
const OPAQUE = /^\w$/;

/** Whether a parameter takes a response: then the handler does not send by itself. */
export const takesResponse = (name: string): boolean =>
  RESPONSE.test(name) || FROM_RESPONSE.test(name) || OPAQUE.test(name);

/** What is handed over for a parameter of a name, by the side of a server. */
export class Hands {
  readonly #world: World;
  readonly #server: number;
  /** What lasts from one call to the next, and can stand for an address, a provider, and a record of both. */
  readonly #lasting: Record<string, unknown>;
  /** What the text calls by its name alone, or as a member of `this`. */
  readonly #called: ReadonlySet<string>;

  /** @param text what is driven */
  constructor(world: World, server: number, text: string) {
    this.#world = world;
    this.#server = server;
    this.#called = new Set(
      [...text.matchAll(/(?:\bthis\.#?|(?<![\w$.#]))([\w$]+)(?:\?\.)?\(/g)].map(([, name = ""]) => name),
    );
    this.#lasting = Object.assign(this.url, this.provider, this.everything()) as unknown as Record<string, unknown>;
  }

  /** What many names have in common: a provider, an address, a way to fetch. */
  everything(): Record<string, unknown> {
    const provider = this.provider;
    const url = this.url;
    const fetch = this.#world.fetch;
    return { provider, authProvider: provider, url, serverUrl: url, fetch, fetchFn: fetch, body: "{}", method: "POST" };
  }

  get provider(): object | undefined {
    return this.#world.stores[this.#server]?.provider;
  }

  get url(): URL {
    return this.#world.url(this.#server);
  }

  /** The argument for a parameter. */
  argument(name: string, response: StubResponse | undefined): unknown {
    const challenge = response ? extractWWWAuthenticateParams(response as unknown as Response) : {};
    if (RESPONSE.test(name)) return response;
    if (OPAQUE.test(name) && response) return Object.assign(response, this.everything(), { error: challenge.error });
    if (/^(?:responses|requests)$/.test(name)) return [response ?? this.everything()];
    if (/^challenges$/.test(name)) return [challenge];
    if (/challenge|problem|refusal|failure/i.test(name))
      return { ...challenge, status: response?.status, response, config: this.everything() };
    if (/^(?:scope|wanted|challenged)$/i.test(name)) return challenge.scope;
    if (/header/i.test(name)) return response?.headers.get("www-authenticate");
    if (/^(?:error|code)$/.test(name)) return challenge.error;
    if (/provider|^auth$/i.test(name)) return this.provider;
    if (/url|server|issuer|address|endpoint|origin/i.test(name)) return this.url;
    if (/fetch|next|http/i.test(name)) return this.#world.fetch;
    if (/message|body|request|payload/i.test(name))
      return { ...this.everything(), jsonrpc: "2.0", id: 1, method: "POST" };
    if (this.#called.has(name) && !OPAQUE.test(name))
      return (...all: unknown[]) =>
        this.#world.call(name, all) ?? (/make|create/.test(name) ? this.provider : undefined);
    return this.#lasting;
  }
}

/** Gives an object what a text reads of it and it lacks: providers, addresses, ways to fetch, and functions to call. */
export function furnish(target: object, root: string, text: string, hands: Hands, world: World): void {
  const path = `(?<![\\w$.])${root}[?!]?((?:\\.[\\w$]+[?!]?)+)`;
  const each = (pattern: string): string[][] =>
    [...text.matchAll(new RegExp(pattern, "g"))].map(([, found = ""]) =>
      found
        .split(".")
        .map((name) => name.replace(/[?!]/g, ""))
        .filter(Boolean),
    );
  for (const found of each(`\\b\\w*auth\\w*\\)?\\(\\s*${path}\\s*[,)]`)) give(target, found, hands.provider);
  for (const found of each(`\\(\\s*${path},\\s*\\{\\s*serverUrl`)) give(target, found, hands.provider);
  for (const found of each(`${path}\\.tokens\\(`)) give(target, found, hands.provider);
  for (const found of each(`serverUrl:\\s*${path}`)) give(target, found, hands.url);
  for (const found of each(`fetch\\(\\s*${path}`)) give(target, found, hands.url);
  for (const found of each(`${path}\\(`)) {
    const name = found.at(-1) ?? "";
    // What a text has of its own, a scope's `split` say, is not for us to give.
    if (found.length > 2 || found.slice(0, -1).some((each) => /scope/i.test(each))) continue;
    const called = /fetch/i.test(name) ? world.fetch : (...all: unknown[]) => world.call(found.join("."), all);
    give(target, found, called);
  }
}

function give(target: object, [name = "", ...rest]: readonly string[], value: unknown): void {
  const owner = target as Record<string, unknown>;
  try {
    if (rest.length === 0) owner[name] ??= value;
    else {
      owner[name] ??= {};
      if (typeof owner[name] === "object" && owner[name] !== null) give(owner[name], rest, value);
    }
  } catch {
    // What can't be written, is there.
  }
}
