import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../../formats/setting/tree.ts";
import type { ReadWord } from "./word.ts";

/** What an `MLmodel` says of its folder: `mlflow/pyfunc/__init__.py`, `_add_code_from_conf_to_system_path`. */
export function wordOfMlflow(path: string, roots: readonly TreeNode[]): ReadWord | undefined {
  if (!/(?:^|\/)MLmodel$/i.test(path)) return undefined;
  const flavors = entriesOf(entry(roots[0], "flavors"));
  if (flavors.length === 0) return undefined;
  const libraries = flavors.map(({ key }) => key).filter((key) => key !== "python_function");
  const mentions = flavors.flatMap(({ key, value }) => {
    const code = entry(value, "code");
    const places = code?.kind === "list" ? itemsOf(code) : code === undefined ? [] : [code];
    return places.flatMap((place) => {
      const name = scalar(place)?.value ?? "";
      if (/^(?:null|~)?$/.test(name)) return [];
      return [{ role: "code-folder" as const, key: `flavors.${key}.code`, name, at: place }];
    });
  });
  return { layout: "mlflow", title: libraries.join(", ") || undefined, libraries, mentions };
}
