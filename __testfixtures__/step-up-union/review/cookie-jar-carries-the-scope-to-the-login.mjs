// The server is the OAuth client: what the jar holds goes with each request, and the login there reads what to ask for.
class Jar {
  cookies = new Map();

  absorb(response) {
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(";");
      const [name, value] = pair.split("=");
      this.cookies.set(name, value);
    }
    return response;
  }

  set(name, value) {
    this.cookies.set(name, value);
  }

  toString() {
    return [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
  }
}

export class Forum {
  jar = new Jar();

  async visit(method, path) {
    const response = await fetch(path, { method, headers: { cookie: String(this.jar) } });
    return this.jar.absorb(response);
  }

  async act(path, again = true) {
    const response = await this.visit("POST", path);
    if (response.status !== 403 || !again) return response;
    const body = await response.json();
    if (body.error !== "insufficient_scope") return response;
    this.jar.set("want", body.scope); // expect: review scope-side-channel
    await this.visit("GET", "/session/begin");
    return this.act(path, false);
  }
}
