// A class below tells a step-up otherwise than the one whose handler asks it: what the handler knows is likely, not proved.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ByRecord {
  read(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    return { needs: error === "insufficient_scope", scope };
  }

  async send(response) {
    const outcome = this.read(response);
    if (!outcome.needs) return;
    this.scope = outcome.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByRecordOrLogin extends ByRecord {
  read(response) {
    const { scope } = extractWWWAuthenticateParams(response);
    return { needs: response.status === 401 || response.status === 403, scope };
  }
}

export class ByPredicate {
  lacksScope(response) {
    return extractWWWAuthenticateParams(response).error === "insufficient_scope";
  }

  async send(response) {
    if (!this.lacksScope(response)) return;
    this.scope = extractWWWAuthenticateParams(response).scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByAnyRefusal extends ByPredicate {
  lacksScope(response) {
    return response.status >= 400;
  }
}
