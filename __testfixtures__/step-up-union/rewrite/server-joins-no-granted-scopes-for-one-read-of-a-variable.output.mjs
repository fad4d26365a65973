const COMMON = Object.freeze({ response_type: "code", access_type: "offline", include_granted_scopes: "true" });

/** Each request of what is kept has the parameter, by a constant. */
export function createPhotos({ accounts, clientId, open }) {
  let wanted = "base";
  const plain = () => `${accounts}/authorize?${new URLSearchParams({ client_id: clientId, scope: wanted })}`;
  const link = () => `${accounts}/authorize?${new URLSearchParams({ ...COMMON, client_id: clientId, scope: wanted })}`;

  return async (response) => {
    const { error, scope } = await response.json();
    if (response.status === 403 && error === "insufficient_scope" && scope) {
      wanted = unionScopes(wanted, scope);
      await open(clientId ? link() : plain());
    }
  };
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
