import { createSlice } from "@reduxjs/toolkit";

const banner = createSlice({
  name: "banner",
  initialState: { refused: "", dialog: "closed" },
  reducers: {
    refusedFor(state, { payload }) {
      state.refused = payload;
      state.dialog = "open";
    },
  },
});

export const { refusedFor } = banner.actions;

export const sentence = (state) => `You lack the permission ${state.banner.refused}.`;

export async function query(url, api) {
  const response = await fetch(url);
  if (response.status === 403) {
    const problem = await response.json();
    if (problem.code === "insufficient_scope" && problem.required_scope) {
      api.dispatch(refusedFor(problem.required_scope));
    }
  }
  return response;
}
