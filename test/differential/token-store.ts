import type { Clock } from "./clock.ts";
import { type Grant, type Scene, scopeOf } from "./scene.ts";
import { namesIn } from "./trace.ts";

/** The message of a store that can't be read. */
export const STORE_FAILS = "The token store fails";

interface Tokens {
  readonly access_token: string;
  readonly token_type: "Bearer";
  readonly scope?: string;
  readonly refresh_token?: string;
}

/** The tokens of one server, and the provider that a client reaches them by. */
export class TokenStore {
  readonly provider: ReturnType<TokenStore["makeProvider"]>;
  readonly #clock: Clock;
  readonly #scene: Scene;
  readonly #onChange: () => void;
  #tokens: Tokens | undefined;
  #reads = 0;
  /** What the client is told of by name: every call of the provider but a read of the tokens. */
  onCall: (name: string, values?: readonly unknown[]) => unknown = () => {};

  constructor(server: number, clock: Clock, scene: Scene, onChange: () => void) {
    this.#clock = clock;
    this.#scene = scene;
    this.#onChange = onChange;
    this.#tokens = startingTokens(server, scene);
    this.provider = this.makeProvider();
  }

  /** The names that the tokens say are granted. */
  get granted(): Set<string> {
    return namesIn(this.#tokens?.scope);
  }

  /** What reading the tokens gives, after the time that it takes. */
  async read(): Promise<Tokens | undefined> {
    const { reading, arrival, store } = this.#scene;
    const steady = reading[0] ?? 0;
    const ticks = arrival === "at once, unsteady" ? (reading[this.#reads++ % reading.length] ?? steady) : steady;
    if (ticks > 0) await this.#clock.until(this.#clock.now + ticks);
    if (store === "fails") throw new Error(STORE_FAILS);
    return this.#tokens && { ...this.#tokens };
  }

  /** Takes what the authorization server gave for the names that it was asked for. */
  save(names: ReadonlySet<string>, { scope, refresh }: Grant): void {
    const refreshes = refresh && this.#tokens?.refresh_token !== undefined;
    const given = refreshes ? [...this.granted] : scope === "first only" ? [...names].slice(0, 1) : [...names];
    const isNamed = scope !== "unnamed" && given.length > 0;
    this.#tokens = {
      access_token: "token",
      token_type: "Bearer",
      ...(isNamed && { scope: given.join(" ") }),
      ...(refresh && { refresh_token: "refresh" }),
    };
    this.#onChange();
  }

  protected makeProvider() {
    const call = (name: string, ...values: unknown[]): unknown => this.onCall(name, values);
    return {
      redirectUrl: "https://client.example/callback",
      clientMetadata: { redirect_uris: ["https://client.example/callback"] },
      tokens: () => this.read(),
      saveTokens: () => call("saveTokens"),
      invalidateCredentials: async (what: string) => {
        call(`invalidateCredentials ${what}`);
        // No `onChange`: a client that throws its tokens away still has to ask for what they granted.
        this.#tokens = undefined;
      },
      clientInformation: () => ({ client_id: "client" }),
      redirectToAuthorization: (url: unknown) => call("redirectToAuthorization", url),
      saveCodeVerifier: () => call("saveCodeVerifier"),
      codeVerifier: () => "verifier",
    };
  }
}

function startingTokens(server: number, { granted, grants }: Scene): Tokens | undefined {
  if (granted === "no tokens") return undefined;
  return {
    access_token: "token",
    token_type: "Bearer",
    ...(granted && { scope: scopeOf(server, granted) }),
    ...(grants[0]?.refresh && { refresh_token: "refresh" }),
  };
}
