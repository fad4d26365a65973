export function install(http, auth) {
  http.interceptors.response.use(undefined, async (error) => {
    const { response, config } = error;
    if (!response || config.elevated) throw error;
    if (response.status === 403 && response.data?.error === "insufficient_scope") {
      auth.scope = response.data.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
      auth.token = await auth.popup(auth.scope);
      return http.request({ ...config, elevated: true });
    }
    throw error;
  });
}
