import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const state = { scope: [] };
let wanted = new Set(["openid"]);

export class JoinedAfter {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope.join(" ") });
    }
  }
}

export class SetAtFirst {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = new Set();
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class FieldOfASet {
  scope = new Set(["openid"]);

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: [...this.scope].join(" ") });
    }
  }
}

export class GrownElsewhere {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  add(scope) {
    this.scope.add(scope);
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class TakenByAPattern {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  list() {
    const { scope } = this;
    return scope.map((each) => each.trim());
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class OfAModule {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      wanted = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: Array.from(wanted).join(" ") });
    }
  }
}

export class OfARecord {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      state.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: state.scope });
    }
  }
}
