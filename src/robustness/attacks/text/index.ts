import type { AnyAttack } from "../define.ts";
import { hotFlip } from "./hot-flip.ts";
import { tokenSwap } from "./token-swap.ts";

/** Attacks on texts as token ids. */
export const textAttacks: readonly AnyAttack[] = [hotFlip, tokenSwap];
