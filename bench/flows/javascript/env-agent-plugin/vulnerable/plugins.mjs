export async function loadPlugins(names) {
  const plugins = [];
  for (const name of names) {
    const module = await import(name); // sink
    plugins.push(module.default);
  }
  return plugins;
}
