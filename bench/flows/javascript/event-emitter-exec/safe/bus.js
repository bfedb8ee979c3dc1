import { exec } from "node:child_process";
import { EventEmitter } from "node:events";

export const bus = new EventEmitter();

bus.on("command", (command) => {
  console.log("suggested:", command);
  exec("systemctl reload nginx", { timeout: 10_000 });
});
