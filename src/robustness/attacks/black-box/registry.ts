import type { AnyAttack } from "../define.ts";
import { boundary } from "./boundary.ts";
import { nes, spsa } from "./estimate.ts";
import { hopSkipJump } from "./hop-skip-jump.ts";
import { onePixel } from "./one-pixel.ts";
import { simba } from "./simba.ts";
import { square } from "./square.ts";
import { zoo } from "./zoo.ts";

/** Attacks that need answers only. */
export const blackBoxAttacks: readonly AnyAttack[] = [
  square,
  simba,
  nes,
  spsa,
  zoo,
  onePixel,
  hopSkipJump,
  boundary,
];
