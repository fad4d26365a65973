export function intercept(send, popup) {
  let wish = "base";
  let bearer = "";

  return async function call(path) {
    const response = await send(path, bearer);
    if (response.status !== 403) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope") return response;
    wish = scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
    return popup(wish).then(({ access_token }) => {
      bearer = access_token;
      return send(path, bearer);
    });
  };
}
