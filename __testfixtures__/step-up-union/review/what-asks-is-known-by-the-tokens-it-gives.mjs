export function connect(url, { obtain, first }) {
  let granted;
  let wanted = first;

  async function post(path) {
    const headers = granted ? { authorization: `Bearer ${granted.access_token}` } : {};
    return (await fetch(url + path, { method: "POST", headers })).json();
  }

  return async (path) => {
    const { error, result } = await post(path);
    if (!error || error.data.error !== "insufficient_scope" || !error.data.scope) return result;
    wanted = error.data.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    granted = await obtain({ scope: wanted });
    return (await post(path)).result;
  };
}
