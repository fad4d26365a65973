const wanted = new Set(["openid"]);

export const login = () => authorize({ scope: [...wanted].join(" ") });

export function refused(body) {
  if (body.error === "insufficient_scope") {
    wanted.clear();
    for (const scope of body.scope.split(" ")) wanted.add(scope); // expect: review scope-side-channel
    location.assign("/login");
  }
}

export class Client {
  names = [];

  login() {
    return authorize({ scope: this.names.join(" ") });
  }

  refused(body) {
    if (body.error === "insufficient_scope") {
      this.names.length = 0;
      this.names.push(...body.scope.split(" ")); // expect: review scope-side-channel
      return this.login();
    }
  }
}
