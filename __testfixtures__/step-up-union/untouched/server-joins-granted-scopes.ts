import { OAuth2Client } from "google-auth-library";
const client = new OAuth2Client();
export async function onForbidden(body: { error: string; scope: string }) {
  if (body.error === "insufficient_scope") {
    const url = client.generateAuthUrl({ access_type: "offline", scope: body.scope, include_granted_scopes: true });
    location.href = url;
  }
}
