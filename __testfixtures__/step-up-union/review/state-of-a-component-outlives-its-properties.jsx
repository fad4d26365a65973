import { Component } from "react";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Connection extends Component {
  scope = undefined;

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.props.provider, { serverUrl: this.props.serverUrl, scope: this.scope });
  }

  render() {
    return <button onClick={() => fetch(this.props.serverUrl).then((response) => this.onForbidden(response))}>Go</button>;
  }
}
