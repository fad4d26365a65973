import { Component } from "react";

/** Shows which permission is missing; asks for nothing. */
export class MissingPermission extends Component {
  state = {};

  static getDerivedStateFromError(error) {
    if (error.code === "insufficient_scope") return { scope: error.scope, page: error.page };
    throw error;
  }

  render() {
    const { scope, page } = this.state;
    return scope ? <p>{page} is open to people with {scope} only.</p> : this.props.children;
  }
}
