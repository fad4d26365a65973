import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error: string;
  scope?: string;
}

export class Clicks {
  private scope?: string;
  last: Challenge = { error: "" };

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  onClick = async (): Promise<void> => {
    if (this.last.error === "insufficient_scope") {
      this.scope = this.last.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      const opened = window.open("about:blank", "login");
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      opened?.focus();
    }
  };

  onSubmit = async (event: Event): Promise<void> => {
    if (this.last.error === "insufficient_scope") {
      this.scope = this.last.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      event.preventDefault();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  };

  private copy(): Promise<void> {
    return navigator.clipboard.writeText(this.url.href);
  }

  onCopy = async (): Promise<void> => {
    if (this.last.error === "insufficient_scope") {
      this.scope = this.last.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await this.copy();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  };
}
