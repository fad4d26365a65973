import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Used after an `insufficient_scope` challenge too. */
export abstract class MachineProvider implements Pick<OAuthClientProvider, "prepareTokenRequest"> {
  private _scope?: string;

  constructor() {
    this._scope = undefined;
  }

  prepareTokenRequest(scope?: string): URLSearchParams {
    this._scope = scope;
    const params = new URLSearchParams({ grant_type: "client_credentials" });
    if (scope) params.set("scope", scope);
    return params;
  }

  get lastScope(): string | undefined {
    return this._scope;
  }
}
