const COMMON = { response_type: "code", include_granted_scopes: "true" };

export function createPhotos({ accounts, clientId, open }) {
  let wanted = "base";
  const link = (strict) => {
    const query = new URLSearchParams({ ...COMMON, client_id: clientId, scope: wanted });
    query.delete("include_granted_scopes");
    return `${accounts}/authorize?${query}`;
  };
  return async (response) => {
    const { error, scope } = await response.json();
    if (response.status === 403 && error === "insufficient_scope" && scope) {
      wanted = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
      await open(link());
    }
  };
}
