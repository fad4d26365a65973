import { login } from "./login.js";
export async function onRefused(response, client) {
  const challenge = client.parse(response);
  if (challenge.error === "insufficient_scope") {
    await login(client, { ...challenge }); // expect: review scope-side-channel
  }
}
