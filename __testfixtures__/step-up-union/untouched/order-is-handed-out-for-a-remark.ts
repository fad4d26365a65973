// The order is to show the scope: nothing is read of what comes back.
type Order = { kind: "send"; path: string; token: string } | { kind: "remark"; scope: string };

interface State {
  refused: string;
  token: string;
}

export function* pull(state: State, path: string): Generator<Order, string, any> {
  const reply = yield { kind: "send", path, token: state.token };
  if (reply.status === 403 && reply.error === "insufficient_scope") {
    state.refused = reply.scope;
    yield { kind: "remark", scope: state.refused };
  }
  return reply.body;
}
