function names() {
  const { CHAT_PLUGINS = "" } = process.env;
  return CHAT_PLUGINS.split(",").filter(Boolean);
}

export async function plugins() {
  const loaded = [];
  for (const name of names()) {
    const plugin = await import(name); // sink
    loaded.push(plugin);
  }
  return loaded;
}
