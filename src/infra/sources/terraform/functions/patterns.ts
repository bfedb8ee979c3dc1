import type { TerraformFunction } from "../types.ts";
import { unknown } from "../values.ts";
import { onTexts } from "./plain.ts";

/** Functions that look for patterns. */
export const patternFunctions: Readonly<Record<string, TerraformFunction>> = {
  regex: (_, call) => unknown("patterns are not evaluated", call.at),
  regexall: (_, call) => unknown("patterns are not evaluated", call.at),
  replace: onTexts(([text, part, by]) => text?.replaceAll(part ?? "", () => by ?? "")),
};
