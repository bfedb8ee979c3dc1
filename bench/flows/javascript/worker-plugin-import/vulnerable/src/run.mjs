import { plan } from "./planner.mjs";

export async function run(goal) {
  const outputs = [];
  for await (const step of plan(goal)) {
    const plugin = await import(`../plugins/${step.plugin}`); // sink
    outputs.push(await plugin.default(step.input));
  }
  return outputs;
}
