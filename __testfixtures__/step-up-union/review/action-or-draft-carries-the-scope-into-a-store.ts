import { createAsyncThunk, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { produce } from "immer";
import { create } from "zustand";

declare function authorize(request: { scope?: string }): Promise<void>;

const slice = createSlice({
  name: "account",
  initialState: { scope: "read" },
  reducers: {
    scopeRequired(state, action: PayloadAction<string>) {
      state.scope = action.payload;
    },
  },
});

export const call = createAsyncThunk("call", async (url: string, { dispatch, getState }) => {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) {
    dispatch(slice.actions.scopeRequired(header.match(/scope="([^"]+)"/)![1]!)); // expect: review scope-side-channel
    location.assign("/authorize?scope=" + (getState() as { account: { scope: string } }).account.scope);
  }
});

export const store = create(() => ({ requestedScope: "read", busy: false }));
store.subscribe((state) => {
  if (state.busy) void authorize({ scope: state.requestedScope });
});

export function onProblem(problem: { body?: { error?: string; scope: string } }): void {
  if (problem.body?.error === "insufficient_scope")
    store.setState({ requestedScope: problem.body.scope, busy: true }); // expect: review scope-side-channel
}

let kept: { scope?: string } = {};

export async function onChallenge({ error, scope }: { error?: string; scope?: string }): Promise<void> {
  if (error === "insufficient_scope") {
    kept = produce(kept, (draft: { scope?: string }) => {
      draft.scope = scope; // expect: review scope-side-channel
    });
    await authorize({ scope: kept.scope });
  }
}

type Action = { type: "insufficient_scope"; scope?: string } | { type: "ready" };

export function reduced(state: { status: string; scope?: string }, action: Action) {
  if (action.type === "insufficient_scope") return { ...state, status: "stepping-up", scope: action.scope }; // expect: review scope-side-channel
  return { ...state, status: "ready" };
}
