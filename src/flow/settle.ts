import type { CallMatch } from "./match.ts";
import type { SanitizerModel, SinkKind } from "./model.ts";

/**
 * What the rows that fit a call say together. Each sanitizer adds sinks for which the result is
 * harmless, and a result that is made harmless is not handed on as well: `Markup(…).format(x)`
 * escapes, whatever `format` does elsewhere. What depends on a condition or a schema stays beside it.
 */
export function settle(matches: readonly CallMatch[]): readonly CallMatch[] {
  const plain = matches.filter(isPlainSanitizer);
  if (plain.length === 0) return matches;
  const [first] = plain;
  const united: CallMatch = {
    role: "sanitizer",
    model: plain.length === 1 ? first!.model : { ...first!.model, for: unionOf(plain) },
  };
  const others = matches.filter((match) => !isPlainSanitizer(match) && !isPlainPass(match));
  return [united, ...others];
}

type SanitizerMatch = Extract<CallMatch, { role: "sanitizer" }>;

function isPlainSanitizer(match: CallMatch): match is SanitizerMatch {
  return (
    match.role === "sanitizer" && match.model.when === undefined && match.model.schema === undefined
  );
}

function isPlainPass({ role, model }: CallMatch): boolean {
  return role === "pass" && model.to === undefined && model.into === undefined;
}

function unionOf(matches: readonly SanitizerMatch[]): SanitizerModel["for"] {
  const sinks = new Set<SinkKind>();
  for (const { model } of matches) {
    if (model.for === "all") return "all";
    for (const sink of model.for) sinks.add(sink);
  }
  return [...sinks];
}
