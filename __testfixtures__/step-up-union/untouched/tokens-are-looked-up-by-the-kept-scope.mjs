export function remember(wallet, send) {
  let wish = "base";

  const bearer = () => {
    const held = wallet.find(wish) ?? wallet.load({ scope: wish });
    return held.access_token;
  };

  return async function call(path) {
    const response = await send(path, bearer());
    if (response.status !== 403) return response;
    const { error, scope } = await response.json();
    if (error === "insufficient_scope") wish = scope;
    return response;
  };
}
