import { create } from "zustand";

const useAccess = create((_set, get) => ({
  requestedScope: "boards:read",
  async login() {
    const url = new URL("https://login.boards.example/authorize");
    url.searchParams.set("client_id", "boards");
    url.searchParams.set("scope", get().requestedScope);
    window.open(url);
  },
}));

export async function request(url) {
  const response = await fetch(url);
  if (response.status === 403) {
    const problem = await response.json();
    if (problem.error === "insufficient_scope" && problem.scope) {
      useAccess.setState({ requestedScope: problem.scope }); // expect: review scope-side-channel
      await useAccess.getState().login();
    }
  }
  return response;
}
