import { useCallback, useEffect, useReducer, useState } from "react";

declare const instance: { acquireTokenPopup(request: { scopes: string[] }): Promise<void> };

export function useDocuments() {
  const [scopes, setScopes] = useState<string[]>(["documents.read"]);
  const onForbidden = useCallback((response: Response) => {
    const header = response.headers.get("www-authenticate") ?? "";
    if (header.includes("insufficient_scope")) {
      const match = header.match(/scope="([^"]+)"/);
      if (match) setScopes(match[1]!.split(" ")); // expect: review scope-side-channel
    }
  }, []);
  useEffect(() => {
    void instance.acquireTokenPopup({ scopes });
  }, [scopes]);
  return onForbidden;
}

type Action = { type: "stepUp"; scope: string };
const reducer = (state: { scope: string }, action: Action) =>
  action.type === "stepUp" ? { ...state, scope: action.scope } : state;

export function useAccount() {
  const [state, dispatch] = useReducer(reducer, { scope: "read" });
  useEffect(() => {
    location.assign("/authorize?scope=" + encodeURIComponent(state.scope));
  }, [state.scope]);
  return (response: Response) => {
    const header = response.headers.get("www-authenticate") ?? "";
    if (response.status === 403 && header.includes("insufficient_scope"))
      dispatch({ type: "stepUp", scope: header.match(/scope="([^"]+)"/)![1]! }); // expect: review scope-side-channel
  };
}
