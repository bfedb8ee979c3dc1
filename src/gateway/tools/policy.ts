import { messageOf } from "../../core/index.ts";
import { fits } from "../limits/rules.ts";
import type { CallVerdict, ToolCall, ToolPolicy } from "../parts.ts";
import { approveByUrl, type Approve } from "./approval.ts";
import { compileCondition, type Condition } from "./cel.ts";
import { guessEffect, type Effect } from "./effects.ts";
import type { ToolPolicyConfig, ToolRule } from "./rules.ts";
import { schemaProblem } from "./schema.ts";
import { taintedPaths, unseen } from "./taint.ts";

export interface ToolPolicyOptions {
  readonly config: ToolPolicyConfig;
  /** Asks a person; by `config.approval` otherwise. */
  readonly approve?: Approve;
}

/** Characters of arguments that are looked at; more is refused. */
const maxArguments = 256 * 1024;
/** Sessions whose calls are remembered. */
const maxSessions = 20_000;
/** Names of tools that one session has called; a model that makes up more of them calls nothing. */
const maxTools = 1_000;

/** Calls of one tool that a condition is told of. */
const maxTold = 100;

const anyRule: ToolRule = { tools: ["*"], allow: true };

function block(rule: string, message: string): CallVerdict {
  return { verdict: "block", rule, message };
}

/** JSON of an object; a key that comes twice would mean one thing here and another to who runs the tool. */
function readArguments(text: string): Record<string, unknown> | string {
  if (text.length > maxArguments) return "its arguments are too long to be looked at";
  const blank = text.trim() === "" ? "{}" : text;
  let value: unknown;
  try {
    value = JSON.parse(blank);
  } catch {
    return "its arguments are no JSON";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "its arguments are no JSON object";
  if (hasTwinKeys(blank)) return "a key comes twice in its arguments";
  return value as Record<string, unknown>;
}

/** True where an object of a text that is JSON has a key twice. Linear. */
export function hasTwinKeys(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [word] = found;
    if (word === "{") open.push(new Set());
    else if (word === "[") open.push(undefined);
    else if (word === "}" || word === "]") open.pop();
    else {
      let after = token.lastIndex;
      while (/\s/.test(text.charAt(after))) after++;
      const keys = open.at(-1);
      if (text[after] !== ":" || keys === undefined) continue;
      const key = JSON.parse(word) as string;
      if (keys.has(key)) return true;
      keys.add(key);
    }
  }
  return false;
}

/** What each session has called, how often. Old sessions are forgotten. */
function createHistory() {
  const sessions = new Map<string, Map<string, number>>();
  return {
    of: (session: string): ReadonlyMap<string, number> => sessions.get(session) ?? new Map(),
    add: (session: string, tool: string) => {
      const calls = sessions.get(session) ?? new Map<string, number>();
      sessions.delete(session);
      if (sessions.size >= maxSessions) {
        const [oldest] = sessions.keys();
        if (oldest !== undefined) sessions.delete(oldest);
      }
      calls.set(tool, (calls.get(tool) ?? 0) + 1);
      sessions.set(session, calls);
    },
    takeBack: (session: string, tool: string) => {
      const calls = sessions.get(session);
      const count = calls?.get(tool) ?? 0;
      if (count > 1) calls?.set(tool, count - 1);
      else calls?.delete(tool);
    },
  };
}

/**
 * What was called, how often: by what the request tells and by what was seen here. A call is in both as soon
 * as the conversation goes on, so that the greater number counts, and not their sum.
 */
function callsIn(earlier: readonly string[], seen: ReadonlyMap<string, number>) {
  const counts = new Map<string, number>();
  for (const tool of earlier) counts.set(tool, (counts.get(tool) ?? 0) + 1);
  for (const [tool, count] of seen) counts.set(tool, Math.max(count, counts.get(tool) ?? 0));
  return counts;
}

const byEffect = (effect: Effect | undefined) => (effect === "read" ? "allow" : "approve");

/**
 * Decides on calls of tools outside the model, where no wording can talk it round: allowed tools, schemas and
 * conditions on arguments, order and number, and what may still be done once text that nobody vouches for is
 * in the context (after CaMeL, arXiv 2503.18813, Progent, arXiv 2504.11703, and Meta's rule of two).
 */
export function createToolPolicy({ config, approve }: ToolPolicyOptions): ToolPolicy {
  const ask =
    approve ?? (config.approval === undefined ? undefined : approveByUrl(config.approval));
  const history = createHistory();
  const conditions = new Map<ToolRule, Condition>();
  for (const rule of config.rules) {
    const compiled = rule.when === undefined ? undefined : compileCondition(rule.when);
    // The configuration was validated: what is no condition did not get here.
    if (typeof compiled === "function") conditions.set(rule, compiled);
  }

  function ruleFor(tool: string, tenant: string): readonly [ToolRule, string] {
    const index = config.rules.findIndex(
      (rule) => fits(rule.tools, tool) && fits(rule.tenants, tenant),
    );
    if (index !== -1) return [config.rules[index]!, `tools.rules[${index}]`];
    const allow = config.default === "allow" ? true : config.default === "deny" ? false : "approve";
    return [{ ...anyRule, allow }, "tools.default"];
  }

  function orderProblem(
    rule: ToolRule,
    calls: ReadonlyMap<string, number>,
    tool: string,
  ): string | undefined {
    if (calls.size >= maxTools && !calls.has(tool))
      return `this session has called ${maxTools} different tools`;
    const most = rule["max-per-session"];
    if (most !== undefined && (calls.get(tool) ?? 0) >= most)
      return `it was called ${most} ${most === 1 ? "time" : "times"} in this session, which is the most`;
    const before = rule["not-after"];
    const earlier =
      before === undefined ? undefined : [...calls.keys()].find((name) => fits(before, name));
    if (earlier !== undefined) return `this session has called ${earlier}`;
    const needed = rule["only-after"];
    if (needed !== undefined && ![...calls.keys()].some((name) => fits(needed, name)))
      return `this session has called none of ${needed.join(", ")}`;
    return undefined;
  }

  async function approved(
    call: ToolCall,
    name: string,
    reason: { readonly text: string; readonly args: object; readonly tainted: readonly string[] },
  ): Promise<CallVerdict | undefined> {
    const { tool, principal } = call;
    if (ask === undefined)
      return block(name, `${tool}: ${reason.text}, and nobody is there to approve it`);
    try {
      const isApproved = await ask({
        tool,
        arguments: reason.args,
        reason: reason.text,
        tenant: principal.tenant,
        user: principal.user,
        session: principal.session,
        tainted: reason.tainted,
      });
      return isApproved
        ? undefined
        : block(name, `${tool}: ${reason.text}, and it was not approved`);
    } catch (error) {
      return block(
        name,
        `${tool}: ${reason.text}, and nobody could be asked (${messageOf(error)})`,
      );
    }
  }

  async function judgeCall(call: ToolCall): Promise<CallVerdict> {
    const { tool, principal, declaration } = call;
    const [rule, name] = ruleFor(tool, principal.tenant);
    if (rule.allow === false) return block(name, `${tool} may not be called`);
    const args = readArguments(call.argumentsText);
    if (typeof args === "string") return block(name, `${tool}: ${args}`);
    const misfit = schemaProblem(args, rule.schema ?? declaration?.parameters);
    if (misfit !== undefined) return block(`${name}.schema`, `${tool}: ${misfit}`);

    // Without a name of its own a session is all that a key does: of many users, it says nothing of this one.
    const isShared = principal.isSessionNamed === false && call.isHistoryWhole === true;
    const calls = callsIn(call.earlier, isShared ? new Map() : history.of(principal.session));
    const order = orderProblem(rule, calls, tool);
    if (order !== undefined) return block(name, `${tool}: ${order}`);

    const found = call.isContextUntrusted ? taintedPaths(args, call.untrusted, call.trusted) : [];
    // What came from a text that nobody here has seen cannot be told from what did not.
    const tainted = call.hasUnseen === true && found.length === 0 ? [unseen] : found;
    const holds = conditions.get(rule);
    if (holds !== undefined) {
      try {
        const { tenant, user = "", key } = principal;
        const untrusted = call.isContextUntrusted;
        const earlier = [...calls].flatMap(([name, count]) =>
          Array<string>(Math.min(count, maxTold)).fill(name),
        );
        if (!holds({ tool, args, tenant, user, key, untrusted, tainted, earlier }))
          return block(`${name}.when`, `${tool}: its condition does not hold`);
      } catch (error) {
        return block(
          `${name}.when`,
          `${tool}: its condition has no answer (${messageOf(error).split("\n")[0]})`,
        );
      }
    }

    const effect = rule.effect ?? guessEffect(tool);
    const untrusted = call.isContextUntrusted ? (rule.untrusted ?? byEffect(effect)) : "allow";
    const isTainted = tainted.length > 0;
    const does = `${effect === undefined ? "what it does is not known" : `it can ${effect}`} and untrusted text is in the context`;
    if (untrusted === "deny" || (untrusted === "deny-tainted" && isTainted))
      return block(
        `${name}.untrusted`,
        `${tool}: ${does}${isTainted ? ` (${tainted.join(", ")} came from it)` : ""}`,
      );
    const needsApproval =
      untrusted === "approve" ||
      (untrusted === "approve-tainted" && isTainted) ||
      rule.allow === "approve";
    // Counted before anybody is asked: of calls that are judged at once, no more pass than may.
    history.add(principal.session, tool);
    if (needsApproval) {
      const text = rule.allow === "approve" ? "it needs approval" : does;
      const refusal = await approved(call, name, { text, args, tainted });
      if (refusal !== undefined) {
        history.takeBack(principal.session, tool);
        return refusal;
      }
    }
    return { verdict: "allow", rule: name, message: "" };
  }

  return {
    judgeTools: (principal, tools) => ({
      refused: tools.flatMap(({ name }) => {
        const [rule, from] = ruleFor(name, principal.tenant);
        return rule.allow === false
          ? [{ name, message: `${name} may not be called (${from})` }]
          : [];
      }),
    }),
    judgeCall,
  };
}
