// The function that is handed the object shows what it keeps under the symbol, and asks for what it keeps under another.
const kLacked = Symbol("lacked");
const kAsked = Symbol("asked");
const kToken = Symbol("token");

interface Connection {
  [kLacked]: string;
  [kAsked]: string;
  [kToken]: string;
  query(path: string): Promise<Response>;
}

async function authorize(connection: Connection): Promise<void> {
  const query = new URLSearchParams({ client_id: "a", response_type: "code", scope: connection[kAsked] });
  const answer = await fetch(`https://id.example/authorize?${query}`);
  connection[kToken] = await answer.text();
}

function explain(connection: Connection, page: Document): void {
  page.title = `You lack ${connection[kLacked]}.`;
}

const prototype = {
  async query(this: Connection, path: string): Promise<Response> {
    if (!this[kToken]) await authorize(this);
    const response = await fetch(path, { headers: { authorization: `Bearer ${this[kToken]}` } });
    if (response.status !== 403) return response;
    const { error, scope } = await response.clone().json();
    if (error === "insufficient_scope" && scope) {
      this[kLacked] = scope;
      explain(this, document);
    }
    return response;
  },
};

export const open = (asked: string): Connection => Object.assign(Object.create(prototype), { [kAsked]: asked });
