import { EventEmitter } from "node:events";

interface Need {
  scope: string;
}

/** What was refused last, for the page that lists it. */
export class Refusals extends EventEmitter {
  private scope = "none";

  constructor(private readonly element: HTMLElement) {
    super();
    this.on("need", (need: Need) => {
      this.scope = need.scope;
      this.draw();
    });
  }

  private draw(): void {
    this.element.textContent = `The server asked for ${this.scope}.`;
  }
}

export async function call(refusals: Refusals, url: string): Promise<Response> {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes('error="insufficient_scope"')) {
    const scope = /\bscope="([^"]+)"/.exec(header)?.[1];
    if (scope) refusals.emit("need", { scope });
  }
  return response;
}
