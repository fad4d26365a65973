import { bus } from "./bus.js";
import { parse } from "./challenges.js";

const on = (target, event) => bus.on(target, "name", { event });

let scope = "files:read";

async function authorize() {
  const params = new URLSearchParams({ client_id: "files", response_type: "code", scope });
  location.href = `https://login.example.com/authorize?${params}`;
}

async function stepUp(challenge) {
  if (!challenge.scope) return;
  scope = challenge.scope; // expect: review unproven-step-up (advice granted-scope-unknown)
  await authorize();
}
on(stepUp, "stepUp");

export async function send(path) {
  const response = await fetch(`https://api.example.com${path}`);
  if (response.status !== 403) return response;
  const challenge = parse(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope") await stepUp(challenge);
  return response;
}
