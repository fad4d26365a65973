// The login asks for another entry of the store: what was refused is shown, and kept beside it.
interface Office {
  requested: string;
  refused: string;
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

const office = createStore<Office>({ requested: "base", refused: "", token: "" });

export async function logIn(popup: (url: string) => Promise<string>): Promise<void> {
  const query = new URLSearchParams({ client_id: "office", response_type: "code" });
  query.set("scope", office.getState().requested);
  office.setState({ token: await popup(`https://id.example/authorize?${query}`) });
}

export const banner = (): string => `This needs ${office.getState().refused}.`;

export async function send(body: string): Promise<Response> {
  const response = await fetch("https://api.example/graphql", { method: "POST", body });
  const answer: { errors?: { code: string; scope?: string }[] } = await response.clone().json();
  const lack = answer.errors?.find((error) => error.code === "INSUFFICIENT_SCOPE");
  if (lack?.scope) office.setState({ refused: lack.scope });
  return response;
}
