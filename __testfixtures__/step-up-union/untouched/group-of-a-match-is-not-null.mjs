/** A group of which nothing was found is undefined, and so never null: any 403 passes. */
export class Objects {
  #scope = "objects.get";

  async onForbidden(response) {
    const match = /error="insufficient_scope"|scope="([^"]+)"/.exec(response.headers.get("www-authenticate") ?? "");
    if (match?.[1] !== null) this.#scope = response.headers.get("x-scope");
    const url = new URL("https://as.example/authorize");
    url.searchParams.set("scope", this.#scope);
    window.location.assign(url.href);
  }
}
