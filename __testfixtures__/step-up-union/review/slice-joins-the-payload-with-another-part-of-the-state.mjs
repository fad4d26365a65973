import { createSlice } from "@reduxjs/toolkit";
import { loginPopup } from "./popup.mjs";

const distinct = (list) => list.filter((each, at) => each !== "" && list.indexOf(each) === at);

export const authSlice = createSlice({
  name: "auth",
  initialState: { token: null, granted: [], scope: ["openid"] },
  reducers: {
    scopeNeeded(state, { payload }) {
      state.scope = distinct(state.pinned.concat(payload.split(" ")));
    },
  },
});

const { scopeNeeded } = authSlice.actions;

export async function withStepUp(args, api, plain) {
  const result = await plain(args, api);
  if (result.error?.status !== 403) return result;
  const body = result.error.data;
  if (body?.error !== "insufficient_scope" || !body.scope) return result;
  api.dispatch(scopeNeeded(body.scope)); // expect: review scope-side-channel
  await loginPopup(api.getState().auth.scope.join(" "));
  return plain(args, api);
}
