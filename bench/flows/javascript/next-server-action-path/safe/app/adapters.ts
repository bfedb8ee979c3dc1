import { readFile } from "node:fs/promises";

const paths: Readonly<Record<string, string>> = {
  small: "/srv/adapters/small.json",
  large: "/srv/adapters/large.json",
};

export async function adapter(name: string): Promise<string> {
  const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (path === undefined) throw new Error("no such adapter");
  return readFile(path, "utf8");
}
