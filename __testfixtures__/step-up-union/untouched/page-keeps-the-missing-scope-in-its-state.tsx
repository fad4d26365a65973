import { extractWWWAuthenticateParams } from "./auth.js";

declare function useState<T>(): [T | undefined, (value: T | undefined) => void];
declare function openModal(name: string, properties: { scope?: string | undefined }): void;
declare const toast: (properties: { title: string; scope?: string | undefined }) => void;

export function Panel({ url }: { url: string }) {
  const [missing, setMissing] = useState<string>();
  const load = async () => {
    const response = await fetch(url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      setMissing(scope);
      toast({ title: "Permission missing", scope });
      openModal("permission", { scope });
    }
  };
  return <button onClick={() => void load()}>{missing}</button>;
}
