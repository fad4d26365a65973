const accessors = {
  scope: {
    get() {
      return this.raw.toString("latin1", 0, 24).replace(/\0+$/, "");
    },
    set(text) {
      this.raw.fill(0, 0, 24);
      this.raw.write(text, 0, 24, "latin1");
    },
  },
};

/** The scope lies in 24 bytes: a union would be cut off. */
export const open = (device) => Object.defineProperties({ device, raw: Buffer.alloc(32), token: null }, accessors);

export async function request(session, path) {
  const headers = { authorization: `Bearer ${session.token}` };
  const response = await fetch(session.device.api + path, { headers });
  const problem = await response.json();
  if (response.status !== 403 || problem.error !== "insufficient_scope" || !problem.scope) return problem;
  session.scope = problem.scope; // expect: review unfit-sink (advice granted-scope-unknown)
  const query = new URLSearchParams({ client_id: "device", scope: session.scope });
  session.token = await session.device.ask(`${session.device.issuer}/authorize?${query}`);
  return undefined;
}
