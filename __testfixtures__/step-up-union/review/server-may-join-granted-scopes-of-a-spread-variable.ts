import { OAuth2Client } from "google-auth-library";

let INCREMENTAL: { access_type?: string; include_granted_scopes?: boolean } = { include_granted_scopes: true };
export const plain = (): void => {
  INCREMENTAL = { access_type: "offline" };
};
const client = new OAuth2Client();

export async function onForbidden(body: { error: string; scope: string }) {
  if (body.error === "insufficient_scope") {
    location.href = client.generateAuthUrl({ ...INCREMENTAL, scope: body.scope }); // expect: review scope-side-channel
  }
}
