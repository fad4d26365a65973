export class NeedsScopes extends Error {
  constructor(
    readonly requiredScopes: string[],
    readonly currentScopes: string[],
  ) {
    super("insufficient_scope");
  }
}

export function checkReply(status: number, header: string | null, current: string[]) {
  if (status !== 403 || !header) return null;
  const challenge = parseChallenge(header);
  if (challenge.error !== "insufficient_scope" || !challenge.scope) return null;
  return new NeedsScopes(challenge.scope.split(" "), current);
}

declare function parseChallenge(header: string): { error?: string; scope?: string };
declare function authorizationUrl(state: string, scopes: string[]): string;

export async function callTool(run: () => Promise<Response>, current: string[], open: (url: string) => void) {
  const reply = await run();
  const problem = checkReply(reply.status, reply.headers.get("www-authenticate"), current);
  if (problem) {
    open(authorizationUrl(crypto.randomUUID(), problem.requiredScopes)); // expect: review scope-side-channel
    return undefined;
  }
  return reply.json();
}
