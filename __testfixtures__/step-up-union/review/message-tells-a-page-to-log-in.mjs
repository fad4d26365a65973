export function worker(page) {
  let wish = "base";

  const askPage = () => page.postMessage({ type: "consent", scope: wish });

  return async function handle(request) {
    const response = await fetch(request);
    if (response.status !== 403) return response;
    const { error, scope } = await response.clone().json();
    if (error !== "insufficient_scope") return response;
    wish = scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
    askPage();
    return response;
  };
}
