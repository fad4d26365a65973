export function install(http, denial) {
  http.interceptors.response.use(undefined, async (error) => {
    const { response } = error;
    if (response?.status === 403 && response.data?.error === "insufficient_scope") {
      denial.scope = response.data.scope;
      await denial.show(denial.scope);
    }
    throw error;
  });
}
