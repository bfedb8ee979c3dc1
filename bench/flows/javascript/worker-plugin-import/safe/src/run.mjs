import { plan } from "./planner.mjs";
import { PLUGINS } from "./plugins.mjs";

export async function run(goal) {
  const outputs = [];
  for await (const step of plan(goal)) {
    if (!PLUGINS.includes(step.plugin)) continue;
    const plugin = await import(`../plugins/${step.plugin}.mjs`);
    outputs.push(await plugin.default(step.input));
  }
  return outputs;
}
