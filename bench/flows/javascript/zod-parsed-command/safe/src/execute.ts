import { exec } from "node:child_process";
import { plan } from "./plan.js";

export async function execute(goal: string): Promise<void> {
  const { verb, unit } = await plan(goal);
  exec(`systemctl ${verb} ${unit}`);
}
