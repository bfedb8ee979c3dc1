import { recordNameOf } from "../against/load.ts";
import { verifyAgainst, type AgainstOptions } from "../against/verify.ts";
import type { Verification } from "../verify.ts";

/** Verifies a model against records as the command line would, with nothing of the environment. */
export function against(
  model: string,
  records: string | readonly string[],
  options: Partial<Omit<AgainstOptions, "records">> = {},
): Promise<Verification> {
  const names = typeof records === "string" ? [records] : records;
  return verifyAgainst(model, {
    trust: [],
    signatureFile: `${model}/model.sig`,
    env: { HOME: "/nonexistent" },
    ...options,
    records: names.map(recordNameOf),
  });
}

/** What a verification says, a line for each fact. */
export function linesOf({ facts }: Verification): readonly string[] {
  return facts.map(({ kind, path, message }) => `${kind} ${path}: ${message}`);
}
