declare function useParams<Name extends string>(): Partial<Record<Name, string>>;
declare function signIn(provider: string | undefined, options: { scope?: string }): Promise<void>;

export function Page({ body }: { body: { error: string; scope?: string } }) {
  const { provider } = useParams<"provider">();
  const retry = async () => {
    if (body.error === "insufficient_scope") await signIn(provider, { scope: body.scope }); // expect: review unfit-sink
  };
  return <button onClick={retry} />;
}
