import { createSelector, createSlice } from "@reduxjs/toolkit";

const session = createSlice({
  name: "session",
  initialState: { asking: "", dialog: "closed" },
  reducers: {
    consentNeeded(state, { payload }) {
      state.asking = payload;
      state.dialog = "open";
    },
    consentRefused(state) {
      state.dialog = "closed";
    },
  },
});

export const { consentNeeded, consentRefused } = session.actions;

export const selectAddress = createSelector(
  [(state) => state.session.asking, (state) => state.settings],
  (scope, { clientId, issuer }) =>
    `${issuer}/authorize?${new URLSearchParams({ response_type: "code", client_id: clientId, scope })}`,
);

export async function query(url, api) {
  const response = await fetch(url);
  if (response.status === 403) {
    const problem = await response.json();
    if (problem.code === "insufficient_scope" && problem.required_scope) {
      api.dispatch(consentNeeded(problem.required_scope)); // expect: review scope-side-channel
    }
  }
  return response;
}

export const connectShop = () => consentNeeded("orders:read customers:read");
