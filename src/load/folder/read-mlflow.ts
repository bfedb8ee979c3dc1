import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../../formats/setting/tree.ts";
import { isOfMlflow } from "../mlflow.ts";
import type { ReadWord } from "./word.ts";

/** What an `MLmodel` says of its folder: `mlflow/pyfunc/__init__.py`, `_add_code_from_conf_to_system_path`. */
export function wordOfMlflow(path: string, roots: readonly TreeNode[]): ReadWord | undefined {
  if (!/(?:^|\/)MLmodel$/i.test(path)) return undefined;
  const flavors = entriesOf(entry(roots[0], "flavors"));
  if (flavors.length === 0) return undefined;
  const libraries = flavors.map(({ key }) => key).filter((key) => key !== "python_function");
  const mentions = flavors.flatMap(({ key, value }) => {
    const code = entry(value, "code");
    const loader = entry(value, "loader_module");
    const module = scalar(loader)?.value ?? "";
    const places = code?.kind === "list" ? itemsOf(code) : code === undefined ? [] : [code];
    return places.flatMap((place) => {
      const name = scalar(place)?.value ?? "";
      if (/^(?:null|~)?$/.test(name)) return [];
      const folder = { role: "code-folder" as const, key: `flavors.${key}.code`, name, at: place };
      if (loader === undefined || isOfMlflow(module) || !/^\w+(?:\.\w+)*$/.test(module))
        return [folder];
      const path = `${name.replace(/^(?:\.\/)+|\/+$/g, "")}/${module.replaceAll(".", "/")}`;
      return [
        folder,
        {
          role: "loader" as const,
          key: `flavors.${key}.loader_module`,
          name: path.replace(/^\.?\//, ""),
          symbol: module,
          at: loader,
        },
      ];
    });
  });
  return { layout: "mlflow", title: libraries.join(", ") || undefined, libraries, mentions };
}
