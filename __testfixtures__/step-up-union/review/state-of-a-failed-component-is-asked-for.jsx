import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

import React from "react";
export class Boundary extends React.Component {
  state = { scope: undefined };
  static getDerivedStateFromError(error) {
    if (error.code !== "insufficient_scope") return null;
    return { scope: error.scope }; // expect: review scope-side-channel
  }
  grant = async () => {
    await auth(this.props.provider, { serverUrl: this.props.url, scope: this.state.scope });
  };
  render() {
    return this.state.scope ? <button onClick={this.grant}>Allow</button> : this.props.children;
  }
}
