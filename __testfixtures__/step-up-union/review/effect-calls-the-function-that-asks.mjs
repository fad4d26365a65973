// The effect names the function that asks and what it is called with: the variable of the generator is the scope of its
// request, and what comes back is not what the effect was made of.
const call = (fn, ...args) => ["call", fn, args];

export async function run(saga) {
  let step = saga.next();
  while (!step.done) {
    const [, fn, args] = step.value;
    step = saga.next(await fn(...args));
  }
  return step.value;
}

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
  for (let round = 0; round < 2 && outcome.code === "insufficient_scope"; round++) {
    wanted = outcome.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
    granted = yield call(consent, home, browse, wanted);
    outcome = yield call(press, home, granted.access_token, device);
  }
  return outcome;
}
