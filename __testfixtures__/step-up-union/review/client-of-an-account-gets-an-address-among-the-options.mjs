export class Accounts {
  wanted = "mail.read";

  onForbidden(answer, account) {
    const header = answer.headers.get("www-authenticate") ?? "";
    const scope = header.match(/[ ,]scope="([^"]+)"/)?.[1];
    if (answer.status !== 403 || !header.includes('error="insufficient_scope"') || !scope) return undefined;
    this.wanted = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    return this.push(account);
  }

  push(account) {
    const body = new URLSearchParams({ client_id: "mail", response_type: "code", scope: this.wanted });
    return account.client.authorize({ url: "https://app.example/callback", body });
  }
}
