import { extractWWWAuthenticateParams as q, startAuthorization as s } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onForbidden(e, t, n) {
  const { error, scope } = q(n);
  if (error === "insufficient_scope") {
    const { authorizationUrl } = await s(e, { clientInformation: t, redirectUrl: "http://localhost:8976", scope }); // expect: review unfit-sink
    return authorizationUrl;
  }
  throw new Error("forbidden");
}
