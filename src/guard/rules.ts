import type { Detection, DetectionKind } from "../detect/detection.ts";
import type { Action, GuardPolicy, Rules } from "./contract.ts";
import { defaultFlags, defaultPolicy, defaultThresholds, kindNames } from "./defaults.ts";

/** What is done about one kind, with nothing left to defaults. */
export interface Settled {
  readonly action: Action;
  readonly threshold: number;
  readonly flagFrom: number;
}

/** What is done about every kind in one place. */
export type RuleTable = Readonly<Record<DetectionKind, Settled>>;

/** The tables of a policy. */
export interface RuleTables {
  readonly system: RuleTable;
  readonly user: RuleTable;
  readonly tool: RuleTable;
  readonly assistant: RuleTable;
}

/** A policy that says only what differs from the defaults. */
export type PartialPolicy = Partial<GuardPolicy>;

function tableOf(layers: readonly (Rules | undefined)[]): RuleTable {
  return Object.fromEntries(
    kindNames.map((kind) => {
      let action: Action = "allow";
      let threshold = defaultThresholds[kind];
      let flagFrom: number | undefined;
      for (const layer of layers) {
        const rule = layer?.[kind];
        if (rule === undefined) continue;
        action = rule.action;
        threshold = rule.threshold ?? threshold;
        flagFrom = rule.flagFrom ?? (rule.threshold === undefined ? flagFrom : rule.threshold);
      }
      const flags = flagFrom ?? defaultFlags[kind] ?? threshold;
      return [kind, { action, threshold, flagFrom: Math.min(flags, threshold) }];
    }),
  ) as unknown as RuleTable;
}

/**
 * The tables of a policy over the defaults. What a policy says of `input` counts for tools and
 * system prompts as well, unless it says otherwise of them.
 */
export function ruleTables(policy: PartialPolicy = {}): RuleTables {
  const { input, output, tool, system } = policy;
  return {
    user: tableOf([defaultPolicy.input, input]),
    tool: tableOf([defaultPolicy.input, defaultPolicy.tool, input, tool]),
    system: tableOf([defaultPolicy.input, defaultPolicy.system, system]),
    assistant: tableOf([defaultPolicy.output, output]),
  };
}

/** What happens with a detection; `allow` also where it is not even told. */
export function actionOn(table: RuleTable, { kind, score }: Detection): Action {
  const { action, threshold, flagFrom } = table[kind];
  if (action === "allow") return "allow";
  if (score >= threshold) return action;
  return score >= flagFrom ? "flag" : "allow";
}
