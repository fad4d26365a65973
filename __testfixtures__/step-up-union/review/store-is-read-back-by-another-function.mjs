import { createStore } from "zustand/vanilla";
import { persist } from "zustand/middleware";
const join = (kept, added) => [...new Set(`${kept} ${added ?? ""}`.split(" ").filter(Boolean))].join(" ");
const latest = (saved, now) => ({ ...now, scope: saved.scope });
export const account = createStore(
  persist(
    (set) => ({
      token: null,
      scope: "recipes:read",
      update: (patch) => set((kept) => ({ ...kept, ...patch, scope: join(kept.scope, patch.scope) })),
    }),
    { name: "account", merge: latest },
  ),
);
export async function login() {
  location.href = `/authorize?${new URLSearchParams({ client_id: "web", scope: account.getState().scope })}`;
}
export async function onResponse(response) {
  const problem = await response.json();
  if (response.status === 403 && problem.code === "insufficient_scope") {
    account.getState().update({ scope: problem.scope }); // expect: review scope-side-channel
    await login();
  }
}
