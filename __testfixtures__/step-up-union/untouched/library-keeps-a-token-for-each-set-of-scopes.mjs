import { PublicClientApplication } from "@azure/msal-browser";

const msal = new PublicClientApplication({ auth: { clientId: "reports" } });

async function tokenFor(account, scopes) {
  return (await msal.acquireTokenPopup({ account, scopes })).accessToken;
}

/** The library keeps one token for each set of scopes: that of the next request is there still. */
export async function request(account, url) {
  let scopes = ["api://reports/Reports.Read"];
  let response = await fetch(url, { headers: { authorization: `Bearer ${await tokenFor(account, scopes)}` } });
  const challenge = response.headers.get("WWW-Authenticate") ?? "";
  const scope = /scope="([^"]+)"/.exec(challenge)?.[1];
  if (response.status === 403 && challenge.includes("insufficient_scope") && scope) {
    scopes = scope.split(" ");
    response = await fetch(url, { headers: { authorization: `Bearer ${await tokenFor(account, scopes)}` } });
  }
  return response;
}
