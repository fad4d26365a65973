// Whoever runs the generator asks for what the order says, and gives the tokens back.
type Order = { kind: "send"; path: string; token: string } | { kind: "login"; scope: string };

interface State {
  asked: string;
  token: string;
}

export function* pull(state: State, path: string): Generator<Order, string, any> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const reply = yield { kind: "send", path, token: state.token };
    if (reply.status !== 403 || reply.error !== "insufficient_scope") return reply.body;
    state.asked = reply.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
    const grant = yield { kind: "login", scope: state.asked };
    state.token = grant.access_token;
  }
  throw new Error(`${path} is still refused`);
}
