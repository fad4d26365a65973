import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function watch(
  reply: Response,
  options: { elevate: (request: { needed?: string; url: string }) => Promise<void> },
): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope")
    await options.elevate({ needed: scope, url: reply.url }); // expect: review scope-side-channel
}

export async function leaveForLogin(reply: Response, file: string): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope") {
    await files.writeFile(file, JSON.stringify({ pending: scope })); // expect: review scope-side-channel
    process.exitCode = 75;
  }
}

export function leaveForPage(reply: Response): void {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope") {
    sessionStorage.setItem("login", JSON.stringify({ wanted: scope, from: location.href })); // expect: review scope-side-channel
    location.assign("/login");
  }
}

declare const process: { exitCode?: number };
declare const files: { writeFile(path: string, text: string): Promise<void> };
