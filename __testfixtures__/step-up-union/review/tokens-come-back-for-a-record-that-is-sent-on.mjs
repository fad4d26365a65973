// A function of this class sends the record on to a worker, and the access token of what comes back is read: what the
// lease holds is asked for, though nobody sees by whom.
export class Bench {
  port;
  open = new Map();
  lease = { asked: "base", token: null };

  constructor(port) {
    this.port = port;
    port.onmessage = ({ data }) => this.open.get(data.id)?.(data.result);
  }

  async enter() {
    const { access_token } = await this.call("bench.begin", { scope: this.lease.asked });
    this.lease.token = access_token;
  }

  async measure(channel, attempt = 1) {
    const { value, error } = await this.call("bench.measure", { channel, token: this.lease.token });
    if (error?.reason === "insufficient_scope" && error.scope && attempt < 3) {
      this.lease.asked = error.scope; // expect: review unfit-sink (advice granted-scope-unknown)
      await this.enter();
      return this.measure(channel, attempt + 1);
    }
    return value;
  }

  call(method, params) {
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      this.open.set(id, resolve);
      this.port.postMessage({ id, method, params });
    });
  }
}
