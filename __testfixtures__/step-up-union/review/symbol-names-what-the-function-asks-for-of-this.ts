// The function that is handed the object asks for what it keeps under a symbol, and keeps a token by it: what else it
// does with that is a person's to look at.
const kAsked = Symbol("asked");
const kToken = Symbol("token");
const grants = new Map<string, string>();

interface Connection {
  [kAsked]: string;
  [kToken]: string;
  query(path: string, again?: boolean): Promise<Response>;
}

async function authorize(connection: Connection): Promise<void> {
  const query = new URLSearchParams({ client_id: "a", response_type: "code", scope: connection[kAsked] });
  const answer = await fetch(`https://id.example/authorize?${query}`);
  connection[kToken] = await answer.text();
  grants.set(connection[kAsked], connection[kToken]);
}

const prototype = {
  async query(this: Connection, path: string, again = true): Promise<Response> {
    const response = await fetch(path, { headers: { authorization: `Bearer ${this[kToken]}` } });
    if (response.status !== 403 || !again) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope" || !scope) return response;
    this[kAsked] = scope; // expect: review unfit-sink (advice unbounded-step-up, granted-scope-unknown)
    await authorize(this);
    return this.query(path, false);
  },
};

export const open = (): Connection => Object.assign(Object.create(prototype), { [kAsked]: "base", [kToken]: "" });
