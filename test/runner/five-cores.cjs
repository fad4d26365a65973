"use strict";

// jscodeshift starts one worker fewer than there are cores, whatever --cpus says.
const os = require("node:os");
const [core] = os.cpus();
os.cpus = () => [core, core, core, core, core];
