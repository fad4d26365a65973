import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

interface Session {
  scope?: string;
  auth: { scope?: string };
}

/** Who reads the session is not seen here. */
export class Client {
  constructor(public session: Session) {}

  onForbidden(response: Response): void {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.session.auth.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
      this.session.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    }
  }
}
