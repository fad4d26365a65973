import type { Operation } from "../rules/play.ts";
import { Answer, Rec, Unknown, type Value } from "./values.ts";

/** More tries or authorizations of one operation than a bounded handler makes. */
const MOST = 12;

/** Thrown where a client asks on and on. */
export class Endless extends Error {}

/** Thrown where what the code does cannot be told. */
export class Stuck extends Error {}

/** The servers of an example: what the token allows decides what is answered, and every consent is given. */
export class World {
  held: readonly string[];
  #operation: Operation = { needs: "" };
  #tries = 0;
  /** The answer that the code which runs is about. */
  current: Answer | undefined;
  /** The first answer to the operation. */
  first: Answer | undefined;
  /** The scopes that were asked for at the operation. */
  asks: string[] = [];
  /** Whether code runs that asks the authorization server, whose answers are not seen. */
  isAsking = false;

  constructor(held: readonly string[]) {
    this.held = held;
  }

  begin(operation: Operation): void {
    this.#operation = operation;
    this.#tries = 0;
    this.current = undefined;
    this.first = undefined;
    this.asks = [];
  }

  /** The answer to one try of the operation. */
  answer(): Answer {
    const { needs, isRefused } = this.#operation;
    if (++this.#tries > MOST) throw new Endless();
    const status = isRefused && this.#tries === 1 ? 401 : this.held.includes(needs) ? 200 : 403;
    this.current = new Answer(status, needs);
    this.first ??= this.current;
    return this.current;
  }

  /** Asks the authorization server. */
  ask(given: Value): void {
    const scope = given instanceof Answer ? given.member("scope") : given;
    if (typeof scope !== "string") throw new Stuck("what is asked for is not seen");
    if (this.asks.length >= MOST) throw new Endless();
    this.asks.push(scope);
    this.held = scope.split(" ").filter((name) => name !== "");
  }

  /** The stored tokens. */
  tokens(): Value {
    const tokens = new Rec(false);
    tokens.members.set("access_token", new Unknown(false));
    tokens.members.set("scope", this.held.join(" "));
    return tokens;
  }
}
