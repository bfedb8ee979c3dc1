import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { AnyCheck } from "../checks/define.ts";

/** Every check that is defined in a folder, whether or not the registry has it yet. */
export async function checksIn(folder: string): Promise<readonly AnyCheck[]> {
  const names = readdirSync(folder).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const modules = await Promise.all(
    names.map(async (name) => {
      const module: unknown = await import(/* @vite-ignore */ join(folder, name));
      return Object.values(module as Readonly<Record<string, unknown>>);
    }),
  );
  return modules
    .flat()
    .filter(
      (value): value is AnyCheck => typeof value === "object" && value !== null && "meta" in value,
    );
}
