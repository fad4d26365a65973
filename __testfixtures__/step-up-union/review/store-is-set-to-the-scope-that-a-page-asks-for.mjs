import { goto } from "$app/navigation";
import { derived, get, writable } from "svelte/store";

export const scope = writable("read");
export const loginUrl = derived(scope, ($scope) => `/authorize?scope=${encodeURIComponent($scope)}`);
export const session = writable({ scope: "read", user: "" });

export async function api(path) {
  const response = await fetch(path);
  const header = response.headers.get("www-authenticate");
  if (response.status === 403 && header?.includes("insufficient_scope")) {
    const needed = header.match(/scope="([^"]+)"/)?.[1];
    if (needed)
      scope.set(needed); // expect: review scope-side-channel
    window.location.href = get(loginUrl);
  }
  return response;
}

export async function onDenied(problem) {
  if (problem.error !== "insufficient_scope")
    return;
  session.update((state) => ({ ...state, scope: problem.scope })); // expect: review scope-side-channel
  session.subscribe((state) => goto(`/login?scope=${encodeURIComponent(state.scope)}`));
}
