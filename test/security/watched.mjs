// Loaded before the command: writes down what would leave this machine, and lets none of it.
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

function refuse(what) {
  return () => {
    appendFileSync(process.env.STEP_UP_UNION_TOLD, `${what}\n`);
    throw new Error(`${what} was refused`);
  };
}

net.Socket.prototype.connect = refuse("a connection");
net.Server.prototype.listen = refuse("a server");
dgram.Socket.prototype.send = refuse("a datagram");
for (const resolver of [dns, dns.promises]) {
  for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) resolver[name] = refuse("a name");
}
syncBuiltinESMExports();
