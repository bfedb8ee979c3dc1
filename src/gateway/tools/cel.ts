import { Environment } from "@marcbachmann/cel-js";
import { compilePattern } from "../../formats/re2/compile.ts";
import { findMatch } from "../../formats/re2/match.ts";
import { parsePattern } from "../../formats/re2/parse.ts";

/** What a condition sees. */
export interface CelContext {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly tenant: string;
  readonly user: string;
  readonly key: string;
  /** True where text that nobody vouches for is in the model's context. */
  readonly untrusted: boolean;
  /** Paths of arguments whose value stands in such text: `to`, `items.0.url`. */
  readonly tainted: readonly string[];
  readonly earlier: readonly string[];
}

/** A compiled condition; throws where it cannot be answered, such as for an argument that is not there. */
export type Condition = (context: CelContext) => boolean;

const limits = {
  maxAstNodes: 2_000,
  maxDepth: 60,
  maxListElements: 500,
  maxMapEntries: 500,
  maxCallArguments: 16,
};
/** Steps of one regular expression. */
const regexSteps = 2_000_000;

const programs = new Map<string, ReturnType<typeof compilePattern>>();

/** `matches` in linear time, as CEL's specification wants (RE2); JavaScript's own could be made to hang. */
function matchesLinear(text: string, pattern: string): boolean {
  if (!programs.has(pattern)) {
    const parsed = parsePattern(pattern);
    if (programs.size > 1_000) programs.clear();
    programs.set(pattern, parsed === undefined ? undefined : compilePattern(parsed));
  }
  const program = programs.get(pattern);
  if (program === undefined) throw new Error(`${pattern} is no regular expression of RE2`);
  const found = findMatch(program, text, 0, { left: regexSteps });
  if (found === "costly") throw new Error(`${pattern} takes too long`);
  return found !== undefined;
}

const environment = new Environment({ limits })
  .registerVariable("tool", "string")
  .registerVariable("args", "map")
  .registerVariable("tenant", "string")
  .registerVariable("user", "string")
  .registerVariable("key", "string")
  .registerVariable("untrusted", "bool")
  .registerVariable("tainted", "list<string>")
  .registerVariable("earlier", "list<string>")
  .registerFunction("string.matchesLinear(string): bool", matchesLinear);

/** Strings of CEL, or a call of `matches`: what is in a string stays. */
const words =
  /r?"""[^]*?"""|r?'''[^]*?'''|r"[^"]*"|r'[^']*'|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\.\s*matches(?=\s*\()/g;

/** Compiles a condition in the Common Expression Language. Gives the problem where it is none. */
export function compileCondition(expression: string): Condition | { readonly problem: string } {
  const safe = expression.replaceAll(words, (word) =>
    word.startsWith(".") ? ".matchesLinear" : word,
  );
  try {
    const program = environment.parse(safe);
    const checked = program.check();
    if (!checked.valid) return { problem: firstLine(checked.error) };
    if (checked.type !== "bool" && checked.type !== "dyn")
      return { problem: `answers with ${checked.type}, not with true or false` };
    return (context) => program({ ...context }) === true;
  } catch (error) {
    return { problem: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0]!.replaceAll("matchesLinear", "matches");
}
