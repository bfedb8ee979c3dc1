const known = new Map([["search", () => import("./plugins/search.mjs")]]);

function names() {
  const { CHAT_PLUGINS = "" } = process.env;
  return CHAT_PLUGINS.split(",").filter(Boolean);
}

export async function plugins() {
  const loaded = [];
  for (const name of names()) {
    const load = known.get(name);
    if (load === undefined) continue;
    const plugin = await load();
    loaded.push(plugin);
  }
  return loaded;
}
