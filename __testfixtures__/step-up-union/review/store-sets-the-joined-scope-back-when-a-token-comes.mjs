import { create } from "zustand";

const join = (kept, added) => [...new Set(`${kept} ${added ?? ""}`.split(" ").filter(Boolean))].join(" ");

export const useAccount = create((set) => ({
  token: null,
  scope: "recipes:read",
  update: (patch) => set((kept) => ({ ...kept, ...patch, scope: join(kept.scope, patch.scope) })),
  signedIn: (token) => set({ token, scope: "recipes:read" }),
}));

export async function login() {
  const scope = useAccount.getState().scope;
  const code = await popup(`/authorize?${new URLSearchParams({ client_id: "web", scope })}`);
  useAccount.getState().signedIn(await exchange(code));
}

export async function onResponse(response) {
  const problem = await response.json();
  if (response.status === 403 && problem.code === "insufficient_scope") {
    useAccount.getState().update({ scope: problem.scope }); // expect: review scope-side-channel
    await login();
  }
}
