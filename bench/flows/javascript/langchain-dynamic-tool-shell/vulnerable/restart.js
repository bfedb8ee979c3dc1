import { execSync } from "node:child_process";
import { DynamicTool } from "@langchain/core/tools";

function systemctl(service) {
  return execSync("systemctl restart " + service, { encoding: "utf8" }); // sink
}

export const restart = new DynamicTool({
  name: "restart",
  description: "Restarts a service. The input is its name.",
  func: async (input) => {
    if (input.length > 50) return "too long";
    return systemctl(input.trim());
  },
});
