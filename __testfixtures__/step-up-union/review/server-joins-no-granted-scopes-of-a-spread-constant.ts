import { OAuth2Client } from "google-auth-library";

const INCREMENTAL = Object.freeze({ access_type: "offline", include_granted_scopes: false } as const);
const client = new OAuth2Client();

export async function onForbidden(body: { error: string; scope: string }) {
  if (body.error === "insufficient_scope") {
    location.href = client.generateAuthUrl({ ...INCREMENTAL, scope: body.scope }); // expect: review scope-side-channel
  }
}
