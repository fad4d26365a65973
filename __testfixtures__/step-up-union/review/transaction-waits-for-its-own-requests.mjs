import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { openDB } from "idb";

const opening = openDB("outbox", 1);

export class Outbox {
  scope;

  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(id, response) {
    const tx = (await opening).transaction("messages", "readwrite");
    const parked = await tx.store.get(id);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await tx.store.put({ ...parked, waits: true });
    await tx.done;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
