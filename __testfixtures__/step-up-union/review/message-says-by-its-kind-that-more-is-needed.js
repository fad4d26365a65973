// What is made of a step-up alone bears a tag, and whoever gets it asks for its scope.

export async function send(url, body) {
  const response = await fetch(url, { method: "POST", body });
  const header = response.headers.get("www-authenticate") ?? "";
  const cause = header.includes('error="insufficient_scope"')
    ? { kind: "elevation", scope: /scope="([^"]+)"/.exec(header)?.[1] }
    : { kind: "network" };
  throw new Error(`HTTP ${response.status}`, { cause });
}

export function onError({ cause }) {
  if (cause?.kind !== "elevation") return;
  void signIn("main", { callbackUrl: location.href }, { scope: cause.scope }); // expect: review scope-side-channel
}

const refused = (response) => {
  const header = response.headers.get("www-authenticate") ?? "";
  return header.includes('error="insufficient_scope"')
    ? { type: "session/refused", meta: { scope: /scope="([^"]+)"/.exec(header)?.[1] } }
    : { type: "session/failed", status: response.status };
};

export function* submit(payload) {
  const response = yield call(fetch, "/sheets", { method: "POST", body: payload });
  if (response.status === 403) yield put(refused(response));
}

export function session(state, action) {
  switch (action.type) {
    case "session/refused":
      return { ...state, scope: action.meta.scope }; // expect: review scope-side-channel
    case "session/failed":
      return { ...state, status: action.status };
    default:
      return state;
  }
}
