const COMMON = Object.freeze({ response_type: "code", access_type: "offline", include_granted_scopes: "true" });

/** Each request of what is kept has the parameter, by a constant. */
export function createPhotos({ accounts, clientId, open, extra }) {
  let wanted = "base";
  const link = () =>
    `${accounts}/authorize?${new URLSearchParams({ ...COMMON, ...extra, client_id: clientId, scope: wanted })}`;

  return async (response) => {
    const { error, scope } = await response.json();
    if (response.status === 403 && error === "insufficient_scope" && scope) {
      wanted = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
      await open(link());
    }
  };
}
