import type { AnyAttack } from "../define.ts";
import { tabularGradient } from "./gradient.ts";
import { tabularSearch } from "./search.ts";

/** Attacks on tables, which keep to what a schema allows. */
export const tabularAttacks: readonly AnyAttack[] = [tabularGradient, tabularSearch];
