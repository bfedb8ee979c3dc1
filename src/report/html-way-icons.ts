import type { Thing } from "../core/index.ts";

/** Outlines in a square of 14, drawn with a thin pen. */
const icons = {
  globe:
    "M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12M1 7h12M7 1c-4.300 3.500-4.300 8.500 0 12c4.300-3.500 4.300-8.500 0-12",
  people:
    "M7 1.200a2.700 2.700 0 1 0 0 5.400a2.700 2.700 0 1 0 0-5.400M1.800 13c.3-3 2.400-4.600 5.200-4.600s4.900 1.600 5.200 4.600",
  gate: "M1.500 13V4.500L7 1l5.500 3.500V13M4.500 13V7.500h5V13M.5 13h13",
  notebook: "M3 1h9v12H3zM5.500 1v12M1.500 4H4M1.500 7H4M1.500 10H4",
  bucket:
    "M1.500 3c0-2.400 11-2.400 11 0s-11 2.400-11 0M1.500 3l1.300 9c1.500 1.300 6.900 1.300 8.400 0l1.300-9",
  network: "M5 1h4v3.500H5zM1 9.500h4V13H1zM9 9.500h4V13H9zM7 4.500V7M3 9.500V7h8v2.500",
  route: "M3 1v12M3 2.500h7l2 2-2 2H3M3 8h4.500l1.500 1.500L7.500 11H3",
  paper: "M2.500 1h6l3 3v9h-9zM8.500 1v3h3M4.800 7h4.500M4.800 9.800h4.500",
  key: "M4.200 3a2.800 2.800 0 1 0 0 5.600a2.800 2.800 0 1 0 0-5.600M7 5.800h6.500M10.500 5.800v2.400M13.300 5.800v3",
  cube: "M7 1l5.500 3v6L7 13l-5.500-3V4zM1.500 4L7 7l5.500-3M7 7v6",
  box: "M1.500 2.500h11v9h-11zM1.500 5.500h11",
} as const;

const rules: readonly (readonly [RegExp, keyof typeof icons])[] = [
  [/^(?:outside|network of )/, "globe"],
  [/principal|group|member|anonymous|account$/, "people"],
  [/gateway|ingress/, "gate"],
  [/notebook|workbench|domain|workspace/, "notebook"],
  [/policy|grant|access control/, "paper"],
  [/bucket|container of|storage|blob/, "bucket"],
  [/route/, "route"],
  [/subnet|vpc|network/, "network"],
  [/role|service account|key/, "key"],
  [/container|service|server|model|pod|workload/, "cube"],
];

/** An outline that tells at a glance what stands there. */
export function iconOf({ kind }: Thing): string {
  const word = kind.slice(0, 200).toLowerCase();
  return icons[rules.find(([form]) => form.test(word))?.[1] ?? "box"];
}
