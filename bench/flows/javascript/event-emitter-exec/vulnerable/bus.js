import { exec } from "node:child_process";
import { EventEmitter } from "node:events";

export const bus = new EventEmitter();

bus.on("command", (command) => {
  exec(command, { timeout: 10_000 }); // sink
});
