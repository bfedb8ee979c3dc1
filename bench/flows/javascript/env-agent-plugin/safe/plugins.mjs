const loaders = {
  memory: () => import("@agent-kit/memory"),
  tracing: () => import("@agent-kit/tracing"),
};

export async function loadPlugins(names) {
  const plugins = [];
  for (const name of names) {
    if (!Object.hasOwn(loaders, name)) throw new Error("unknown plug-in");
    const module = await loaders[name]();
    plugins.push(module.default);
  }
  return plugins;
}
