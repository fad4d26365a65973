import { produce } from "immer";
import { defineStore } from "pinia";
import { derived, writable } from "svelte/store";
const join = (...scopes) => [...new Set(scopes.join(" ").split(" ").filter(Boolean))].join(" ");

export const lacking = writable("");
export const banner = derived(lacking, ($lacking) => `You lack ${$lacking}.`);

export function show(problem) {
  if (problem.error === "insufficient_scope")
    lacking.set(problem.scope);
}

export const useProblems = defineStore("problems", {
  state: () => ({ requiredScope: "", shownAt: 0 }),
  getters: { banner: (state) => (state.requiredScope ? `Your role lacks ${state.requiredScope}.` : "") },
  actions: {
    fromResponse(response) {
      const header = response.headers.get("www-authenticate") ?? "";
      if (response.status === 403 && header.includes('error="insufficient_scope"')) {
        this.requiredScope = header.match(/scope="([^"]+)"/)?.[1] ?? "";
        this.shownAt = Date.now();
      }
    },
  },
});

let kept = {};

export function note({ error, scope }) {
  if (error === "insufficient_scope")
    kept = produce(kept, (draft) => {
      draft.lacking = scope;
    });
  return `Missing: ${kept.lacking}`;
}

let requested = "read";

export async function onDenied(problem) {
  if (problem.error !== "insufficient_scope")
    return;
  requested = join(requested, problem.scope); // expect: already-union union-kept
  await authorize({ scope: requested });
}
