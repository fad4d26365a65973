import { ClientCredentialsProvider } from "@modelcontextprotocol/sdk/client/auth-extensions.js";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class JobProvider extends ClientCredentialsProvider {
  constructor(clientId: string, clientSecret: string) {
    super({ clientId, clientSecret });
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

function credentialsFor(clientId: string, clientSecret: string) {
  return new ClientCredentialsProvider({ clientId, clientSecret });
}
const credentials = credentialsFor("job", "secret");
let asked: string | undefined;

export async function onForbidden(response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return;
  asked = scope; // expect: review unfit-sink
  await auth(credentials, { serverUrl: "https://mcp.example", scope: asked });
}
