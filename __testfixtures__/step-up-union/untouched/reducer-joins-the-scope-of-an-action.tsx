import { useEffect, useReducer, useState } from "react";

type Action = { type: "stepUp"; scope: string };
const reducer = (state: { scope: string }, action: Action) =>
  action.type === "stepUp" ? { ...state, scope: `${state.scope} ${action.scope}` } : state;

export function useAccount() {
  const [state, dispatch] = useReducer(reducer, { scope: "read" });
  const [wanted, setWanted] = useState<string[]>(["read"]);
  useEffect(() => {
    location.assign("/authorize?scope=" + encodeURIComponent(`${state.scope} ${wanted.join(" ")}`));
  }, [state.scope, wanted]);
  return (response: Response) => {
    const header = response.headers.get("www-authenticate") ?? "";
    if (response.status === 403 && header.includes("insufficient_scope")) {
      const challenged = header.match(/scope="([^"]+)"/)![1]!;
      dispatch({ type: "stepUp", scope: challenged });
      setWanted((before) => [...before, ...challenged.split(" ")]);
    }
  };
}
