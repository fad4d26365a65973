import { ClientCredentialsProvider } from "@modelcontextprotocol/sdk/client/auth-extensions.js";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

/** Its token request names what it is given: the scope of the metadata, and not that of `auth()`. */
class JobProvider extends ClientCredentialsProvider {
  override prepareTokenRequest(scope?: string): URLSearchParams {
    const form = new URLSearchParams({ grant_type: "client_credentials" });
    if (scope) form.set("scope", scope);
    return form;
  }
}

export class Worker {
  private scope?: string;

  constructor(private readonly url: URL, private readonly credentials: JobProvider) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink
    await auth(this.credentials, { serverUrl: this.url, scope: this.scope });
  }
}
