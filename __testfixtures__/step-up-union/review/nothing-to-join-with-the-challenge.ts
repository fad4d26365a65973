import { extractWWWAuthenticateParams, startAuthorization } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onForbidden(issuer: string, clientId: string, response: Response): Promise<URL> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const clientInformation = { client_id: clientId };
    const redirectUrl = "http://localhost:8976/callback";
    const { authorizationUrl } = await startAuthorization(issuer, { clientInformation, redirectUrl, scope }); // expect: review unfit-sink
    return authorizationUrl;
  }
  throw new Error("forbidden");
}
