const links = new Map();

export function login(request, response, client) {
  response.redirect(client.authorizationUrl({ scope: request.session.wantedScope ?? "openid" }));
}

export function refused(error, request, response) {
  if (error.code === "insufficient_scope") {
    request.session.wantedScope = error.requiredScope; // expect: review scope-side-channel
    response.status(409).json({ next: "/start" });
  }
}

export function fail(id, body) {
  const link = links.get(id);
  if (body.error === "insufficient_scope") link.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
}

export function retry(id) {
  const link = links.get(id);
  return requestToken({ scope: link.scope });
}

export function explain(request, response) {
  response.render("denied", { scope: request.session.missingScope });
}

export function denied(error, request, response) {
  if (error.code === "insufficient_scope") {
    request.session.missingScope = error.scope;
    response.redirect("/denied");
  }
}
