import { loadPlugins } from "./plugins.mjs";

const names = (process.env.AGENT_PLUGINS ?? "").split(",").filter(Boolean);
const plugins = await loadPlugins(names);

for (const plugin of plugins) {
  await plugin.start?.({ model: "gpt-4o-mini" });
}
