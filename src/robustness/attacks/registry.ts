import { corruptionAttacks } from "../corruptions/attacks.ts";
import { blackBoxAttacks } from "./black-box/registry.ts";
import type { AnyAttack } from "./define.ts";
import { gradientAttacks } from "./gradient/index.ts";
import { tabularAttacks } from "./tabular/index.ts";
import { textAttacks } from "./text/index.ts";

/** Every attack, by families in the order of the help. */
export const attacks: readonly AnyAttack[] = [
  ...gradientAttacks,
  ...blackBoxAttacks,
  ...tabularAttacks,
  ...textAttacks,
  ...corruptionAttacks,
];
