/** An authorization request that a client wrote itself: in an address, or in the body of a request. */
export interface ByHand {
  /** Absent where a client asks for none in particular. */
  readonly scope: string | undefined;
  /** What it says besides the scope, without what is drawn by lot. */
  readonly text: string;
}

/** The names of a request for an authorization, and not for the tokens of one. */
const IS_CLIENT = /^(?!.*\b(?:code|grant_type|device_code|refresh_token)\b).*\bclient_id\b/;

const DRAWN = /^(?:state|nonce|code_challenge|code_verifier|request_id)$/;

/**
 * The authorization request that is made with some values, such as `fetch("/token", { body })` or
 * `location.assign("https://login.example/authorize?scope=read")`; none where they ask for no scope.
 */
export function requestByHand(values: readonly unknown[]): ByHand | undefined {
  for (const value of values) {
    for (const parameters of parametersIn(value)) {
      const scope = parameters.get("scope") ?? undefined;
      if (scope === undefined && !(value instanceof Object && IS_CLIENT.test([...parameters.keys()].join(" "))))
        continue;
      const others = [...parameters].filter(([name]) => name !== "scope");
      return { scope, text: others.map(([name, each]) => (DRAWN.test(name) ? name : `${name}=${each}`)).join(" ") };
    }
  }
  return undefined;
}

/** The answer of an authorization server to any of its requests. */
export const granted = (): Record<string, unknown> => ({
  ...{ access_token: "token", token_type: "Bearer", expires_in: 3600, refresh_token: "refresh" },
  ...{ device_code: "device", user_code: "code", verification_uri: "https://login.example/device", interval: 0 },
  ...{ request_uri: "urn:request", auth_req_id: "request", code: "code" },
});

/** Whether a request without a scope goes to an authorization server: to trade a code for tokens, say. */
export const isForTokens = (url: unknown, init: { body?: unknown }): boolean =>
  /\/(?:token|device|authorize|oauth2?|par|login)\b/.test(String(url)) ||
  parametersIn(init.body).some((parameters) => parameters.has("grant_type"));

function parametersIn(value: unknown): URLSearchParams[] {
  if (value instanceof URLSearchParams) return [value];
  if (value instanceof URL) return [value.searchParams];
  if (typeof value === "string") return [inText(value)];
  if (typeof value !== "object" || value === null) return [];
  const { body, url, method } = value as Record<string, unknown>;
  if (body !== undefined || method !== undefined) return [...parametersIn(url), ...parametersIn(body)];
  return [ofRecord(value)];
}

function inText(text: string): URLSearchParams {
  if (text.startsWith("{")) {
    try {
      return ofRecord(JSON.parse(text) as object);
    } catch {
      return new URLSearchParams();
    }
  }
  return new URLSearchParams(text.slice(text.indexOf("?") + 1));
}

/** A record asks for something only as a client: one with a scope alone may be an event, or a message. */
function ofRecord(record: object): URLSearchParams {
  if (!("client_id" in record || "response_type" in record)) return new URLSearchParams();
  return new URLSearchParams(
    Object.entries(record).filter((each): each is [string, string] => typeof each[1] === "string"),
  );
}
