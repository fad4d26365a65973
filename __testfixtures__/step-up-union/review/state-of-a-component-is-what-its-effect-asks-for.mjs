import { useCallback, useEffect, useReducer, useState } from "react";

export function useDocuments() {
  const [scopes, setScopes] = useState(["documents.read"]);
  const onForbidden = useCallback((response) => {
    const header = response.headers.get("www-authenticate") ?? "";
    if (header.includes("insufficient_scope")) {
      const match = header.match(/scope="([^"]+)"/);
      if (match)
        setScopes(match[1].split(" ")); // expect: review scope-side-channel
    }
  }, []);
  useEffect(() => {
    void instance.acquireTokenPopup({ scopes });
  }, [scopes]);
  return onForbidden;
}
const reducer = (state, action) => action.type === "stepUp" ? { ...state, scope: action.scope } : state; // expect: review scope-side-channel

export function useAccount() {
  const [state, dispatch] = useReducer(reducer, { scope: "read" });
  useEffect(() => {
    location.assign("/authorize?scope=" + encodeURIComponent(state.scope));
  }, [state.scope]);
  return (response) => {
    const header = response.headers.get("www-authenticate") ?? "";
    if (response.status === 403 && header.includes("insufficient_scope"))
      dispatch({ type: "stepUp", scope: header.match(/scope="([^"]+)"/)[1] });
  };
}
