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
      wanted = unionScopes(wanted, scope);
      await open(link());
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
