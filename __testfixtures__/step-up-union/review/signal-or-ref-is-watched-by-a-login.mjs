import { inject, signal } from "@angular/core";
import { ref, watch } from "vue";

export class Account {
  requested = signal("openid");
  login() {
    location.assign("/authorize?scope=" + encodeURIComponent(this.requested()));
  }
}

export function onForbidden(response) {
  const account = inject(Account);
  const header = response.headers.get("WWW-Authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) {
    account.requested.set(/scope="([^"]+)"/.exec(header)[1]); // expect: review scope-side-channel
    account.login();
  }
}

const wanted = ref("openid profile");
watch(wanted, (next) => location.assign(`/oauth/authorize?scope=${encodeURIComponent(next)}`));

export async function load(url) {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope"))
    wanted.value = header.match(/scope="([^"]+)"/)?.[1] ?? wanted.value; // expect: review scope-side-channel
  return response;
}
