// A store of this file merges what it is given, and the login asks for what it holds under that name.
interface Office {
  requested: string;
  token: string;
}

export function createStore<S extends object>(start: S) {
  let state = start;
  return {
    getState: () => state,
    setState(patch: Partial<S>) {
      state = { ...state, ...patch };
    },
  };
}

const office = createStore<Office>({ requested: "base", token: "" });

export async function logIn(popup: (url: string) => Promise<string>): Promise<void> {
  const query = new URLSearchParams({ client_id: "office", response_type: "code" });
  query.set("scope", office.getState().requested);
  office.setState({ token: await popup(`https://id.example/authorize?${query}`) });
}

export async function send(body: string, popup: (url: string) => Promise<string>, again = true): Promise<Response> {
  const response = await fetch("https://api.example/graphql", { method: "POST", body });
  const answer: { errors?: { code: string; scope?: string }[] } = await response.clone().json();
  const lack = answer.errors?.find((error) => error.code === "INSUFFICIENT_SCOPE");
  if (!lack?.scope || !again) return response;
  office.setState({ requested: lack.scope }); // expect: review scope-side-channel
  await logIn(popup);
  return send(body, popup, false);
}
