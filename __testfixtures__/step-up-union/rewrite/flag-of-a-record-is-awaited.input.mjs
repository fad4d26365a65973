// A flag of a record that an async function gives, through another one, tells of a step-up where both are awaited.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

async function outcomeOf(response) {
  await response.text();
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") return { needs: true, scope };
  return { failed: true };
}

const laterOf = async (response) => await outcomeOf(response);

export class Client {
  async send(response) {
    const outcome = await laterOf(response);
    if (!outcome.needs) return;
    this.scope = outcome.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
