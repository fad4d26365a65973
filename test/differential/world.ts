import { AsyncLocalStorage } from "node:async_hooks";
import { granted, isForTokens, requestByHand } from "./by-hand.ts";
import { Clock, SLOT } from "./clock.ts";
import { responseOf, StubResponse } from "./response.ts";
import { type Answer, type Grant, type Scene, scopeOf } from "./scene.ts";
import { TokenStore } from "./token-store.ts";
import { type Ask, type Cause, type Manner, namesIn, type Run, type Seen, type Trace } from "./trace.ts";

/** More tries and authorizations of one request than a bounded handler makes here: there the world stands still. */
const MOST = 12;

const SERVERS = ["https://a.example", "https://b.example"];

interface Course extends Run {
  readonly index: number;
  readonly answers: readonly Answer[];
  readonly afterwards: "success" | "the same";
  readonly needs: readonly number[] | undefined;
  /** The authorizations that were begun on its behalf, as they end: a page is left for one without a wait, and come back to. */
  readonly begun: Promise<unknown>[];
  isOver: boolean;
  tries: number;
  asks: number;
  cause?: Cause;
}

/** The request on whose behalf code runs. One for all worlds: every further storage slows down every promise. */
const current = new AsyncLocalStorage<Course>();

/** The authorization server, the resource servers, the token stores and the time that a client lives in. */
export class World {
  readonly clock = new Clock();
  /** Whether all that is sent goes to the first server: a client's text holds an address. */
  hasOneServer = false;
  readonly stores: readonly TokenStore[];
  readonly #scene: Scene;
  readonly #manner: Manner;
  readonly #courses: Course[];
  /** In the order in which they began. */
  readonly asks: Ask[] = [];
  readonly #causes: Cause[][] = [[], []];
  /** What was asked for and, as far as is known, is still kept. */
  readonly #begun: { names: Set<string> }[][] = [[], []];
  readonly #previous: Set<string>[] = [new Set(), new Set()];
  readonly #last: (string | undefined)[] = [undefined, undefined];

  constructor(scene: Scene, manner: Manner) {
    this.#scene = scene;
    this.#manner = manner;
    this.#courses = scene.requests.map(({ answers, afterwards, needs }, index) => ({
      index,
      answers,
      afterwards,
      needs,
      begun: [],
      isOver: false,
      tries: 0,
      asks: 0,
      seen: [],
    }));
    this.stores = SERVERS.map((_, server) => new TokenStore(server, this.clock, scene, () => this.#narrow(server)));
    for (const store of this.stores) store.onCall = (name, values = []) => this.call(name, values);
  }

  url(server: number): URL {
    return new URL(`${SERVERS[server]}/mcp`);
  }

  /** The server that an address or a provider belongs to. */
  serverOf(value: unknown): number | undefined {
    const store = this.stores.findIndex(({ provider }) => provider === value);
    if (store >= 0) return store;
    const place = SERVERS.findIndex((server) => String(value).startsWith(server));
    return place >= 0 ? place : undefined;
  }

  /** How many authorizations the request has started on whose behalf this is called. */
  get asked(): number {
    return current.getStore()?.asks ?? 0;
  }

  /** Notes what can be seen from outside. */
  see(text: string): void {
    this.#note({ kind: "call", text });
  }

  /**
   * Lets a client call something from outside of it. Where it hands over an authorization request of its own, such as
   * `open(url)`, that is made.
   *
   * @returns when the authorization has ended; nothing where there is none
   */
  call(name: string, values: readonly unknown[]): Promise<unknown> | undefined {
    const request = requestByHand(values);
    if (!request) return void this.see(`call of ${name}`);
    return this.authorize(this.#hereOr(values[0]), request.scope, `by ${name} ${request.text}`);
  }

  /** The stand-in for `fetch`. A request with a scope is one to the authorization server. */
  readonly fetch = async (input: unknown, init: { method?: string; body?: unknown } = {}): Promise<StubResponse> => {
    const url = typeof input === "object" && input !== null && "url" in input ? input.url : input;
    const course = current.getStore();
    const request = requestByHand([String(url), init.body]);
    if (request) {
      await this.authorize(this.#hereOr(url), request.scope, `by fetch ${request.text}`);
      return new StubResponse(JSON.stringify(granted()));
    }
    this.#note({ kind: "fetch", text: `${init.method ?? "GET"} ${url}` });
    if (isForTokens(url, init)) return new StubResponse(JSON.stringify(granted()));
    return this.answer(this.#hereOr(url), course);
  };

  /** The server of an address; where that names none, the one that the request is for on whose behalf this is called. */
  #hereOr(address: unknown): number {
    if (this.hasOneServer) return 0;
    return this.serverOf(address) ?? this.#scene.requests[current.getStore()?.index ?? 0]?.server ?? 0;
  }

  /** The response to the next try of a request. */
  async answer(server: number, course = current.getStore()): Promise<StubResponse> {
    if (!course) throw new Error("A request outside of all requests");
    const isTogether = course.tries === 0 && this.#scene.arrival.startsWith("at once");
    const last = course.afterwards === "the same" ? course.answers.at(-1) : undefined;
    const answer = course.answers[course.tries++] ?? last ?? this.#demandOf(course, server);
    if (course.tries > MOST) await never();
    // Those that come at once come one shortly after the other, before the tokens of the first may have been read.
    const moment = isTogether ? course.index * (this.#scene.gap - 1) : phase(course);
    await this.clock.until(this.#slot(1) + moment);
    const challenged = "names" in answer ? scopeOf(server, answer.names) : "";
    const granted = this.stores[server]?.granted ?? new Set();
    const previous = this.#previous[server] ?? new Set();
    course.cause = { answer: answer.kind, challenged: namesIn(challenged), granted, previous };
    this.#causes[server]?.push(course.cause);
    if (answer.kind === "no connection") throw new TypeError("fetch failed");
    return responseOf(answer, challenged, `${SERVERS[server]}/mcp`);
  }

  /** Asks the authorization server of a server: the stand-in for the SDK's `auth`. */
  authorize(server: number, scope: unknown, text: string): Promise<"AUTHORIZED" | "REDIRECT"> {
    const result = this.#authorize(server, scope, text);
    const course = current.getStore();
    course?.begun.push(result.catch(() => undefined));
    return result;
  }

  /** Resolves when all authorizations have ended that were begun on behalf of a request. */
  async authorized(): Promise<void> {
    await Promise.all(current.getStore()?.begun ?? []);
  }

  async #authorize(server: number, scope: unknown, text: string): Promise<"AUTHORIZED" | "REDIRECT"> {
    // The SDK's `auth` reads the tokens before anything else.
    if (this.#scene.store === "fails") await this.stores[server]?.read();
    const course = current.getStore();
    const cause = course?.cause;
    const asked = scope === undefined || scope === null ? undefined : String(scope);
    const ask: Ask = {
      kind: "ask",
      server,
      scope: asked,
      text,
      cause,
      granted: cause?.granted ?? new Set(),
      previous: cause?.previous ?? new Set(),
      last: this.#last[server],
    };
    this.asks.push(ask);
    this.#note(ask);
    const names = namesIn(asked, this.#manner.separator);
    const kept = this.#begin(server, names);
    this.#last[server] = asked;
    if (course && ++course.asks > MOST) await never();
    const grant = this.#grantFor(course);
    await this.clock.until(this.#slot(2) + (course ? phase(course) : 0));
    if (grant.result === "failure") throw new Error("The authorization server fails");
    if (this.#manner.remembersSuccess) this.#remember(server, kept.names);
    if (grant.result === "AUTHORIZED") this.stores[server]?.save(names, grant);
    return grant.result;
  }

  /**
   * Lets a client make the scene's requests.
   *
   * @param send how it makes one; what it resolves with is how the request ends
   */
  async play(send: (index: number, server: number) => unknown): Promise<Trace> {
    const unheard: string[] = [];
    await listening(unheard, () => this.#playAll(send));
    return { runs: this.#courses, asks: this.asks, unheard };
  }

  async #playAll(send: (index: number, server: number) => unknown): Promise<void> {
    for (const [index, course] of this.#courses.entries()) {
      const { server } = this.#scene.requests[index] ?? { server: 0 };
      const start = this.#scene.arrival === "in turn" ? index * this.#scene.gap * SLOT : 0;
      void current.run(course, async () => {
        if (start > 0) await this.clock.until(start + phase(course));
        try {
          course.ending = textOf(await send(index, server));
        } catch (error) {
          course.ending = `throws ${error instanceof Error ? `${error.name}: ${error.message}` : textOf(error)}`;
        }
        await this.authorized();
        course.isOver = true;
      });
      if (this.#scene.arrival === "one by one") await this.clock.run(() => course.isOver);
    }
    await this.clock.run();
  }

  /** What is answered to a request that needs a scope: a step-up, until the token allows it. */
  #demandOf({ needs: names = [] }: Course, server: number): Answer {
    const granted = this.stores[server]?.granted;
    const isAllowed = [...namesIn(scopeOf(server, names))].every((name) => granted?.has(name));
    return isAllowed ? { kind: "success" } : { kind: "step-up", names };
  }

  #note(seen: Seen): void {
    current.getStore()?.seen.push(seen);
  }

  #grantFor(course: Course | undefined): Grant {
    const { grants } = this.#scene;
    // Where requests may change places, they are alike in everything.
    const first = this.#scene.arrival === "at once, unsteady" ? 0 : (course?.index ?? 0) * 3;
    const place = first + (course?.asks ?? 0);
    return grants[place % grants.length] ?? { result: "AUTHORIZED", scope: "as requested", refresh: false };
  }

  #slot(count: number): number {
    return (Math.floor(this.clock.now / SLOT) + count) * SLOT;
  }

  /**
   * Notes that an authorization begins. A client that is only said to keep what it was authorized for may have kept
   * this one already, in the place of another: what counts then is what all have in common.
   */
  #begin(server: number, names: Set<string>): { names: Set<string> } {
    const kept = { names };
    if (this.#manner.remembersSuccess) {
      for (const other of this.#begun[server] ?? []) other.names = common(other.names, names);
      this.#remember(server, common(this.#previous[server] ?? new Set(), names));
      this.#begun[server]?.push(kept);
    } else this.#remember(server, names);
    return kept;
  }

  #remember(server: number, names: Set<string>): void {
    this.#previous[server] = names;
    for (const cause of this.#causes[server] ?? []) cause.previous = common(cause.previous, names);
  }

  #narrow(server: number): void {
    const granted = this.stores[server]?.granted ?? new Set<string>();
    for (const cause of this.#causes[server] ?? []) cause.granted = common(cause.granted, granted);
  }
}

/** When, within a slot, what belongs to a request happens: never together with what belongs to another. */
const phase = ({ index }: Course): number => 100 + index * 100;

const common = (some: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...some].filter((name) => others.has(name)));

/** Collects the exceptions that nobody catches while something runs. */
async function listening(unheard: string[], run: () => Promise<void>): Promise<void> {
  const others = process.listeners("unhandledRejection");
  const listener = (reason: unknown): void => void unheard.push(String(reason));
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", listener);
  try {
    await run();
  } finally {
    process.off("unhandledRejection", listener);
    for (const other of others) process.on("unhandledRejection", other);
  }
}

const never = (): Promise<never> => new Promise(() => {});

function textOf(value: unknown): string {
  if (typeof value === "object" && value !== null && "status" in value) return `a response ${value.status}`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "an object";
  }
}
