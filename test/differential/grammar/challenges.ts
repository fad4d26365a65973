import type { Challenge, Table } from "./pieces.ts";

const PARSER = `interface Challenge { error?: string; scope?: string }
function parseChallenge(header: string | null): Challenge {
  const challenge: Challenge = {};
  const error = /error="([^"]*)"/.exec(header ?? "");
  const scope = /scope="([^"]*)"/.exec(header ?? "");
  if (error) challenge.error = error[1];
  if (scope) challenge.scope = scope[1];
  return challenge;
}`;

const HEADER = 'response.headers.get("WWW-Authenticate")';

/** Where a handler has the challenge from. */
export const CHALLENGES: Table<Challenge> = {
  destructured: {
    lines: ["const { error, scope } = extractWWWAuthenticateParams(response);"],
    error: "error",
    scope: "scope",
    header: HEADER,
  },
  record: {
    lines: ["const challenge = extractWWWAuthenticateParams(response);"],
    error: "challenge.error",
    scope: "challenge.scope",
    header: HEADER,
  },
  renamed: {
    lines: ["const { error: code, scope: challenged } = extractWWWAuthenticateParams(response);"],
    error: "code",
    scope: "challenged",
    header: HEADER,
  },
  "own parser": {
    module: PARSER,
    lines: [`const challenge = parseChallenge(${HEADER});`],
    error: "challenge.error",
    scope: "challenge.scope",
    header: HEADER,
  },
  "own parser, destructured": {
    module: PARSER,
    lines: [`const header = ${HEADER};`, "const { error, scope } = parseChallenge(header);"],
    error: "error",
    scope: "scope",
    header: "header",
  },
  regexes: {
    lines: [
      `const header = ${HEADER} ?? "";`,
      'const error = /error="([^"]*)"/.exec(header)?.[1];',
      'const scope = /scope="([^"]*)"/.exec(header)?.[1];',
    ],
    error: "error",
    scope: "scope",
    header: "header",
  },
  body: {
    lines: ["const body = (await response.json()) as { error?: string; scope?: string };"],
    error: "body.error",
    scope: "body.scope",
    header: HEADER,
  },
};
