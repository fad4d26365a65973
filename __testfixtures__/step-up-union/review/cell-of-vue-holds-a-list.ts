import { type Ref, shallowRef } from "vue";

declare function wanted(): string[];

const SERVER = "https://forms.example.net";

export function useForms(open: (address: string) => Promise<void>) {
  const requested: Ref<string[]> = shallowRef(wanted());
  return async (problem: { error?: string; scope?: any }): Promise<void> => {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    requested.value = problem.scope; // expect: review scope-collection (advice granted-scope-unknown)
    await open(`${SERVER}/authorize?${new URLSearchParams({ scope: requested.value.join(" ") })}`);
  };
}
