import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Filling {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly isFresh = false,
  ) {}

  async clearedBefore(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = new Set<string>();
      all.clear();
      all.add(this.scope ?? "").add(scope);
      all.add(this.scope ?? "");
      this.scope = [...all, scope].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async clearedAfter(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = new Set([this.scope, scope]);
      this.scope = [...all].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      all.clear();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async blankDeleted(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = new Set([...(this.scope ?? "").split(" "), ...scope.split(" ")]);
      all.delete("");
      this.scope = [...all].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async putInWhereItIsThere(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = [scope];
      if (this.scope) all.push(this.scope);
      this.scope = all.join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async loops(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = new Set<string>();
      for (const each of (this.scope ?? "").split(" ")) if (each) all.add(each);
      for (const each of scope.split(" ")) all.add(each);
      this.scope = [...all].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async nestedLoops(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = new Set<string>();
      for (const each of [this.scope, scope]) {
        if (!each) continue;
        for (const one of each.split(" ")) if (one) all.add(one);
      }
      this.scope = [...all].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async callbacks(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = scope.split(" ");
      this.scope?.split(" ").forEach((each) => all.includes(each) || all.push(each));
      this.scope = all.join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async countedLoop(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = scope.split(" ");
      const old = (this.scope ?? "").split(" ");
      for (let place = 0; place < old.length; place++) {
        const each = old[place] ?? "";
        if (all.indexOf(each) === -1) all.push(each);
      }
      this.scope = all.join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async emptiedWhereTheHandlerGivesUp(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const all = new Set([this.scope]);
      if (this.isFresh) {
        all.clear();
        return;
      }
      this.scope = [...all.add(scope)].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
