import type { AnyAttack } from "../define.ts";
import { square } from "./square.ts";

/** Attacks that need answers only. */
export const blackBoxAttacks: readonly AnyAttack[] = [square];
