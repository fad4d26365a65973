import { useState } from "react";
import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export function Panel({ res }: { res: Response }) {
  const [scope, setScope] = useState<string>();
  const check = () => {
    const c = extractWWWAuthenticateParams(res);
    if (c.error === "insufficient_scope") setScope(c.scope);
  };
  return <button onClick={check}>Missing: {scope}</button>;
}
