// The effect calls what shows the missing scope; the login asks for what the whole client needs.
const call = (fn, ...args) => ["call", fn, args];

async function press(home, token, device) {
  const response = await fetch(`${home}/${device}`, { method: "PUT", headers: { authorization: `Bearer ${token}` } });
  return response.json();
}

async function consent(home, browse) {
  const query = new URLSearchParams({ client_id: "panel", response_type: "code", scope: "panel" });
  return browse(`${home}/authorize?${query}`);
}

async function explain(home, page, missing) {
  page.querySelector("output").textContent = `${home} wants ${missing}.`;
}

export function* panel(home, browse, page, device) {
  let missing = "";
  let granted = yield call(consent, home, browse);
  let outcome = yield call(press, home, granted.access_token, device);
  while (outcome.code === "insufficient_scope") {
    missing = outcome.scope;
    yield call(explain, home, page, missing);
    outcome = yield call(press, home, granted.access_token, device);
  }
  return outcome;
}
