import type { ArgumentRef, NamePattern, SinkModel, SourceModel, When } from "../model.ts";

/** A call that asks a model: what it answers is a source, what it is given are sinks. */
export interface ModelCall {
  /** Whose answer it is: "OpenAI's answer". */
  readonly label: string;
  readonly call: readonly NamePattern[];
  /** What is sent to the model, its instructions included. */
  readonly prompt: readonly ArgumentRef[];
  /** What becomes its instructions. */
  readonly system?: readonly ArgumentRef[];
  /** The schema that the answer is checked against. */
  readonly schema?: ArgumentRef;
  readonly when?: When;
}

/**
 * Templates of prompts know names in braces, or Jinja in a sandbox: what is written there reads
 * variables, but runs no code.
 */
export const promptTemplate = "the template of a prompt";

/** The answers of these calls. */
export function answersOf(calls: readonly ModelCall[]): readonly SourceModel[] {
  return calls.flatMap(({ label, call, schema, when }): SourceModel[] => {
    const row = { kind: "model-output", call, label } as const;
    if (schema === undefined) return [when === undefined ? row : { ...row, when }];
    if (schema === "this") return [{ ...row, schema, ...(when === undefined ? {} : { when }) }];
    // Where no schema is given the answer is free text.
    return [
      { ...row, schema, when: { ...when, given: [schema] } },
      { ...row, when: { ...when, absent: [schema] } },
    ];
  });
}

/** What is sent to the models of these calls. */
export function promptsOf(calls: readonly ModelCall[]): readonly SinkModel[] {
  const rows: SinkModel[] = [];
  for (const { call, prompt, system, when } of calls) {
    const more = when === undefined ? {} : { when };
    if (prompt.length > 0) rows.push({ kind: "prompt", call, arguments: prompt, ...more });
    if (system !== undefined)
      rows.push({ kind: "system-prompt", call, arguments: system, ...more });
  }
  return rows;
}
