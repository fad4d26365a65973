export function connect(keeper, authorize) {
  let scope;
  const header = () => keeper.tokens().then((tokens) => `Bearer ${tokens?.access_token}`);
  return async (body) => {
    if (body.error === "insufficient_scope") {
      scope = body.scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
      await authorize({ client_id: "mcp", redirect_uri: "/", scope });
    }
    return header();
  };
}
