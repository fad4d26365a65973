import { randomUUID } from "node:crypto";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { useUser } from "./context.js";

let busy = 0;

export async function counted(run) {
  busy = 1;
  try {
    return await run();
  } finally {
    busy = 0;
  }
}

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return "refused";
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const id = randomUUID();
    console.debug(id, busy);
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return `${result} for ${useUser()}`;
  }
}
