import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
declare abstract class Base implements OAuthClientProvider {
  redirectUrl: string;
  clientMetadata: any;
  clientInformation(): any;
  tokens(): any;
  saveTokens(t: any): any;
  redirectToAuthorization(u: URL): any;
  saveCodeVerifier(v: string): any;
  codeVerifier(): any;
}
class MemoryProvider extends Base {
  constructor(readonly scope?: string) {
    super();
    this.clientMetadata = { redirect_uris: [], scope };
  }
}
export async function stepUp(serverUrl: string, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status !== 403 || error !== "insufficient_scope") return;
  await auth(new MemoryProvider(scope), { serverUrl }); // expect: review scope-side-channel
}
