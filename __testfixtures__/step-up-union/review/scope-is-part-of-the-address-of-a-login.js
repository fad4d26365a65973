export function refused(error, response) {
  if (error.code === "insufficient_scope") response.redirect(`/login?scope=${encodeURIComponent(error.scope)}&next=/`); // expect: review unfit-sink
}

export function put(error, response) {
  if (error.code === "insufficient_scope") response.redirect("/oauth/start?scope=" + encodeURIComponent(error.scope)); // expect: review unfit-sink
}

export function explained(error, response) {
  if (error.code === "insufficient_scope") response.redirect(`/docs/errors?scope=${encodeURIComponent(error.scope)}`);
}
