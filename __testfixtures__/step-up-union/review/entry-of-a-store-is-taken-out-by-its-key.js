import { OAuthFlow } from "./flow.js";

export async function refused(session, body) {
  if (body.error === "insufficient_scope") session.set("oauth:scope", body.scope); // expect: review scope-side-channel
}

export async function start(request) {
  const session = await getSession(request);
  const scope = session.get("oauth:scope") ?? "contacts.read";
  return new OAuthFlow({ scopes: scope.split(" ") }).redirect(request);
}

export async function keeps(grants, user, body) {
  const grant = await grants.get(user, "json");
  if (body.error === "insufficient_scope") await grants.put(user, JSON.stringify({ ...grant, scope: body.scope })); // expect: review scope-side-channel
}

export async function connect(grants, user) {
  const grant = await grants.get(user, "json");
  const url = new URL("https://server.example/authorize");
  url.searchParams.set("scope", grant?.scope ?? "basic");
  return Response.redirect(url);
}
