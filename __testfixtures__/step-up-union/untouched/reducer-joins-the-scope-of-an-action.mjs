import { useEffect, useReducer, useState } from "react";
const reducer = (state, action) => action.type === "stepUp" ? { ...state, scope: `${state.scope} ${action.scope}` } : state; // expect: already-union union-kept

export function useAccount() {
  const [state, dispatch] = useReducer(reducer, { scope: "read" });
  const [wanted, setWanted] = useState(["read"]);
  useEffect(() => {
    location.assign("/authorize?scope=" + encodeURIComponent(`${state.scope} ${wanted.join(" ")}`));
  }, [state.scope, wanted]);
  return (response) => {
    const header = response.headers.get("www-authenticate") ?? "";
    if (response.status === 403 && header.includes("insufficient_scope")) {
      const challenged = header.match(/scope="([^"]+)"/)[1];
      dispatch({ type: "stepUp", scope: challenged });
      setWanted((before) => [...before, ...challenged.split(" ")]);
    }
  };
}
