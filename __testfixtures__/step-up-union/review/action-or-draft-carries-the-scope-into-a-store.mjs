import { createAsyncThunk, createSlice } from "@reduxjs/toolkit";
import { produce } from "immer";
import { create } from "zustand";

const slice = createSlice({
  name: "account",
  initialState: { scope: "read" },
  reducers: {
    scopeRequired(state, action) {
      state.scope = action.payload;
    },
  },
});

export const call = createAsyncThunk("call", async (url, { dispatch, getState }) => {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) {
    dispatch(slice.actions.scopeRequired(header.match(/scope="([^"]+)"/)[1])); // expect: review scope-side-channel
    location.assign("/authorize?scope=" + getState().account.scope);
  }
});

export const store = create(() => ({ requestedScope: "read", busy: false }));
store.subscribe((state) => {
  if (state.busy)
    void authorize({ scope: state.requestedScope });
});

export function onProblem(problem) {
  if (problem.body?.error === "insufficient_scope")
    store.setState({ requestedScope: problem.body.scope, busy: true }); // expect: review scope-side-channel
}

let kept = {};

export async function onChallenge({ error, scope }) {
  if (error === "insufficient_scope") {
    kept = produce(kept, (draft) => {
      draft.scope = scope; // expect: review scope-side-channel
    });
    await authorize({ scope: kept.scope });
  }
}

export function reduced(state, action) {
  if (action.type === "insufficient_scope")
    return { ...state, status: "stepping-up", scope: action.scope }; // expect: review scope-side-channel
  return { ...state, status: "ready" };
}
