import { EventEmitter } from "node:events";

interface Need {
  scope: string;
}

export class Broker extends EventEmitter {
  private scope = "calendar.read";

  constructor(private readonly obtainCode: (scope: string) => Promise<string>) {
    super();
    this.on("need", (need: Need) => {
      this.scope = need.scope;
      void this.obtain();
    });
  }

  private async obtain(): Promise<void> {
    this.emit("code", await this.obtainCode(this.scope));
  }
}

export async function call(broker: Broker, url: string): Promise<Response> {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes('error="insufficient_scope"')) {
    const scope = /\bscope="([^"]+)"/.exec(header)?.[1];
    if (scope) broker.emit("need", { scope }); // expect: review scope-side-channel
  }
  return response;
}

export function reconnect(broker: Broker, ticked: string[]): void {
  broker.emit("need", { scope: ticked.join(" ") });
}
