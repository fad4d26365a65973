import { ajax } from "rxjs/ajax";

export class Mailbox {
  requested = "mail.read";

  constructor(browse) {
    this.browse = browse;
  }

  onForbidden(answer, account) {
    const header = answer.xhr.getResponseHeader("www-authenticate") ?? "";
    const code = header.match(/\berror="(\w+)/)?.[1];
    const scope = header.match(/[ ,]scope="([^"]+)"/)?.[1];
    if (answer.status !== 403 || code !== "insufficient_scope" || scope === undefined) return undefined;
    this.requested = scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
    return this.push(account);
  }

  push(account) {
    const body = new URLSearchParams({ client_id: "mailbox", response_type: "code", scope: this.requested });
    return ajax({ url: `https://${account.host}/par`, method: "POST", body });
  }
}
