// What the effect is made with holds all that was asked for before: nothing is lost.
const call = (fn, ...args) => ["call", fn, args];

async function press(home, token, device) {
  const response = await fetch(`${home}/${device}`, { method: "PUT", headers: { authorization: `Bearer ${token}` } });
  return response.json();
}

async function consent(home, browse, scope) {
  const query = new URLSearchParams({ client_id: "panel", response_type: "code", scope });
  return browse(`${home}/authorize?${query}`);
}

export function* panel(home, browse, device) {
  let wanted = "base";
  let granted = yield call(consent, home, browse, wanted);
  let outcome = yield call(press, home, granted.access_token, device);
  while (outcome.code === "insufficient_scope") {
    wanted = [...new Set([...wanted.split(" "), ...outcome.scope.split(" ")])].join(" "); // expect: already-union union-kept (advice unbounded-step-up)
    granted = yield call(consent, home, browse, wanted);
    outcome = yield call(press, home, granted.access_token, device);
  }
  return outcome;
}
