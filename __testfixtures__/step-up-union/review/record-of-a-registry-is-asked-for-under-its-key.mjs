export const login = (r) => async () => {
  const state = r.resolve("authorization");
  const url = new URL("/authorize", r.resolve("issuer"));
  url.searchParams.set("client_id", r.resolve("client"));
  url.searchParams.set("scope", state.scope);
  state.token = await r.resolve("window").open(url);
};

export const guarded = (r, send) => async (path) => {
  const response = await send(path, r.resolve("authorization").token);
  if (response.status !== 403) return response;
  const { error, scope } = await response.json();
  if (error === "insufficient_scope" && scope) {
    const state = await r.resolve("authorization");
    state.scope = scope; // expect: review scope-side-channel
    await r.resolve("login")();
    return send(path, state.token);
  }
  return response;
};
