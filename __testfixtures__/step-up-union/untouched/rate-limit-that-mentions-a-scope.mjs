import { authenticate } from "./session.js";

export async function request(url, state) {
  const response = await fetch(url);
  if (response.status === 403) {
    const scope = response.headers.get("x-ratelimit-scope");
    state.limitScope = scope;
    await authenticate(state);
  }
  return response;
}
