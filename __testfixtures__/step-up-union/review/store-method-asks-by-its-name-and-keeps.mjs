import { create } from "zustand";

export const useConsent = create((set) => ({
  ask: (scope) => set({ wanted: scope }),
}));

export async function call(url) {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && /error="insufficient_scope"/.test(header)) {
    const scope = /scope="([^"]*)"/.exec(header)?.[1];
    if (scope) useConsent.getState().ask(scope); // expect: review scope-side-channel
  }
  return response;
}

export function address(base, clientId) {
  const url = new URL("/authorize", base);
  url.searchParams.set("client_id", clientId);
  const { wanted } = useConsent.getState();
  if (wanted) url.searchParams.set("scope", wanted);
  return url;
}
