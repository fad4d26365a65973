export function worker(page) {
  let lacking = "";

  const tellPage = () => page.postMessage({ type: "denied", scope: lacking });

  return async function handle(request) {
    const response = await fetch(request);
    if (response.status !== 403) return response;
    const { error, scope } = await response.clone().json();
    if (error !== "insufficient_scope") return response;
    lacking = scope;
    tellPage();
    return response;
  };
}
