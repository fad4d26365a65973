import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function neededFor(response: Response): string | undefined {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return scope;
  return undefined;
}

function scopeFor(response: Response): string | undefined {
  return neededFor(response);
}

export function messageFor(response: Response): string {
  return `You need ${scopeFor(response) ?? "nothing"}.`;
}
