import { execFileSync } from "node:child_process";
import { DynamicTool } from "@langchain/core/tools";

const services = ["web", "queue"];

function systemctl(service) {
  if (!services.includes(service)) return "refused";
  return execFileSync("systemctl", ["restart", service], { encoding: "utf8" });
}

export const restart = new DynamicTool({
  name: "restart",
  description: "Restarts a service. The input is its name.",
  func: async (input) => {
    if (input.length > 50) return "too long";
    return systemctl(input.trim());
  },
});
