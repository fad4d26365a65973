import { createAction } from "@reduxjs/toolkit";
import { call, put, takeLeading } from "redux-saga/effects";
import { popup } from "./popup.mjs";

export const wanted = createAction("session/wanted");

export function* request(send) {
  try {
    return yield call(send);
  } catch (error) {
    if (error.status === 403 && error.code === "insufficient_scope") yield put(wanted(error.scope)); // expect: review scope-side-channel
    throw error;
  }
}

function* obtain({ payload: scope }) {
  yield call(popup, { clientId: "cinema", scope });
}

export function* session() {
  yield takeLeading(wanted.type, obtain);
}
