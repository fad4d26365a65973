import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { makeAutoObservable, reaction, when } from "mobx";

export class Store {
  scope = undefined;
  isWaiting = false;

  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    makeAutoObservable(this);
    reaction(
      () => this.scope,
      () => void this.authorize(),
    );
  }

  async authorize() {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    this.isWaiting = false;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.isWaiting = true;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await when(() => !this.isWaiting);
    }
  }
}
