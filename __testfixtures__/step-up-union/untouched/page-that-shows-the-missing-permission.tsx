interface Failure {
  readonly error: string;
  readonly scope?: string;
}

export function Forbidden({ failure }: { failure: Failure }) {
  let title = "Something went wrong";
  let scope: string | undefined;
  if (failure.error === "insufficient_scope") {
    title = "Permission needed";
    scope = failure.scope;
  }
  return <p>{`${title}: ${scope ?? "unknown"}`}</p>;
}
