import { create } from "zustand";

export const useConsent = create((set) => ({
  ask: (scope) => set({ wanted: scope }),
}));

export async function call(url) {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && /error="insufficient_scope"/.test(header)) {
    const scope = /scope="([^"]*)"/.exec(header)?.[1];
    if (scope) useConsent.getState().ask(scope);
  }
  return response;
}

export function sentence() {
  const { wanted } = useConsent.getState();
  return wanted ? `Ask your administrator for ${wanted}.` : "All is allowed.";
}
