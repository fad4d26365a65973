const asked = new Set(["openid"]);

export async function grows(body) {
  if (body.error === "insufficient_scope") {
    for (const scope of body.scope.split(" ")) asked.add(scope);
    await authorize({ scope: Array.from(asked).join(" ") }); // expect: already-union union-kept
  }
}

class Ledger {
  held = [];

  need(more) {
    for (const scope of more.split(" ")) if (!this.held.includes(scope)) this.held.push(scope);
    return this.held.join(" ");
  }
}

export class Connection {
  ledger = new Ledger();

  async refused(body) {
    if (body.error === "insufficient_scope") await authorize({ scope: this.ledger.need(body.scope) }); // expect: already-union union-kept
  }
}

export async function adds(provider, body) {
  if (body.error === "insufficient_scope") {
    for (const scope of body.scope.split(" ")) provider.addScope(scope);
    await reauthenticate(provider);
  }
}

export function listen(bus) {
  bus.on("denied", (scope) => console.info(`${scope} is needed`));
}

export function emits(bus, body) {
  if (body.error === "insufficient_scope") bus.emit("denied", body.scope);
}

export function probe(body) {
  if (body.error === "insufficient_scope") return { state: "misconfigured", missingScope: body.scope };
  return { state: "up" };
}

export const render = (health) => (health.missingScope ? `the account lacks ${health.missingScope}` : health.state);
