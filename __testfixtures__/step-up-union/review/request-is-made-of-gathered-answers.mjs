import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { collate } from "./collate.mjs";
export class Client {
  async onReplies(responses) {
    const read = Object.assign({}, ...responses.map((each) => extractWWWAuthenticateParams(each)));
    const response = await collate(read);
    if (response.status !== 403 || response.error !== "insufficient_scope" || !response.scope) return;
    this.scope = response.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
