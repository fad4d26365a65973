const SERVER = "https://reviews.example.com";

interface State {
  scope: string;
}

export function reviews(open: (address: string) => Promise<void>) {
  const state: State = { scope: "reviews.read" };

  return async (path: string): Promise<Response> => {
    const response = await fetch(SERVER + path);
    if (response.status !== 403) return response;
    const header = response.headers.get("WWW-Authenticate") ?? "";
    if (!header.includes('error="insufficient_scope"')) return response;
    const needed = /\bscope="([^"]+)?"/.exec(header);
    if (!needed) return response;
    state.scope = needed[1]!; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await open(`${SERVER}/authorize?${new URLSearchParams({ client_id: "reviews", scope: state.scope })}`);
    return response;
  };
}
