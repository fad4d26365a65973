import { produce } from "immer";
import { defineStore } from "pinia";
import { derived, writable } from "svelte/store";

declare function authorize(request: { scope?: string }): Promise<void>;
const join = (...scopes: (string | undefined)[]) => [...new Set(scopes.join(" ").split(" ").filter(Boolean))].join(" ");

export const lacking = writable("");
export const banner = derived(lacking, ($lacking) => `You lack ${$lacking}.`);

export function show(problem: { error: string; scope: string }): void {
  if (problem.error === "insufficient_scope") lacking.set(problem.scope);
}

export const useProblems = defineStore("problems", {
  state: () => ({ requiredScope: "", shownAt: 0 }),
  getters: { banner: (state) => (state.requiredScope ? `Your role lacks ${state.requiredScope}.` : "") },
  actions: {
    fromResponse(response: Response) {
      const header = response.headers.get("www-authenticate") ?? "";
      if (response.status === 403 && header.includes('error="insufficient_scope"')) {
        this.requiredScope = header.match(/scope="([^"]+)"/)?.[1] ?? "";
        this.shownAt = Date.now();
      }
    },
  },
});

let kept: { lacking?: string } = {};

export function note({ error, scope }: { error?: string; scope?: string }): string {
  if (error === "insufficient_scope")
    kept = produce(kept, (draft: { lacking?: string }) => {
      draft.lacking = scope;
    });
  return `Missing: ${kept.lacking}`;
}

let requested = "read";

export async function onDenied(problem: { error: string; scope: string }): Promise<void> {
  if (problem.error !== "insufficient_scope") return;
  requested = join(requested, problem.scope); // expect: already-union union-kept
  await authorize({ scope: requested });
}
