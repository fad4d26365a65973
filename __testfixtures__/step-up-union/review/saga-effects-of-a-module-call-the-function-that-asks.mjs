// The effect of the module calls the login with what the saga holds.
import { call, take } from "redux-saga/effects";

async function logIn(home, wanted) {
  const query = new URLSearchParams({ client_id: "panel", response_type: "code", scope: wanted });
  return globalThis.open(`${home}/authorize?${query}`);
}

export function* consent(home) {
  let asked = "base";
  yield call(logIn, home, asked);
  while (true) {
    const { refusal } = yield take("refused");
    if (refusal.error !== "insufficient_scope") continue;
    asked = refusal.needs.scope; // expect: review unfit-sink (advice unbounded-step-up, granted-scope-unknown, scope-may-be-missing)
    yield call(logIn, home, asked);
  }
}
