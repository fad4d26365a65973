/** What comes of a message: the next state, in which the scope is replaced, and what is to be done then. */
function update(message, model) {
  switch (message.kind) {
    case "Refused":
      return [{ ...model, asked: message.scope }, { kind: "Consent" }]; // expect: review scope-side-channel
    case "Granted":
      return [{ ...model, tokens: message.tokens }, { kind: "Send" }];
    default:
      return [model, { kind: "Send" }];
  }
}

export function program({ base, clientId }, ports) {
  let model = { asked: "base", tokens: null };

  function dispatch(message) {
    const [next, command] = update(message, model);
    model = next;
    if (command.kind === "Send") return send();
    return ports.consent({ clientId, scope: model.asked }).then((tokens) => dispatch({ kind: "Granted", tokens }));
  }

  async function send() {
    const response = await fetch(base, { headers: { authorization: `Bearer ${model.tokens?.access_token}` } });
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /[ ,]scope="([^"]+)"/.exec(header)?.[1];
    if (response.status === 403 && /error="insufficient_scope"/.test(header) && scope)
      return dispatch({ kind: "Refused", scope });
    return response;
  }

  return send;
}
