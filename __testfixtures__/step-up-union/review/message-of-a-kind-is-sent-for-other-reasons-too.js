// Elsewhere the same tag is sent with a scope that nobody challenged, or the receiver joins what it gets.

export function reads(response, send, settings) {
  const header = response.headers.get("www-authenticate") ?? "";
  if (header.includes('error="insufficient_scope"'))
    send({ kind: "login", wanted: /scope="([^"]+)"/.exec(header)?.[1] }); // expect: review scope-side-channel
  if (settings.isFirst) send({ kind: "login", wanted: settings.scope });
}

export function receive(message) {
  if (message.kind === "login") void signIn("main", { scope: message.wanted });
}
