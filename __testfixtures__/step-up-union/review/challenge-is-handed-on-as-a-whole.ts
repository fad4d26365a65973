import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

type Challenge = ReturnType<typeof extractWWWAuthenticateParams>;

export async function send(
  url: string,
  login: { recover(challenge: Challenge, from: string): Promise<void> },
): Promise<Response> {
  const reply = await fetch(url);
  const challenge = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && challenge.error === "insufficient_scope") {
    await login.recover(challenge, url); // expect: review scope-side-channel
    return fetch(url);
  }
  return reply;
}

/** What is no challenge, or only told. */
export async function note(url: string, screen: { refuse(page: URL): void; log(entry: Challenge): void }): Promise<void> {
  const reply = await fetch(url);
  const page = new URL(url);
  const challenge = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && challenge.error === "insufficient_scope") {
    screen.log(challenge);
    screen.refuse(page);
  }
}
