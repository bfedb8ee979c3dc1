// From what a user asks of an attack to its parameters.
import { z } from "zod";
import { PaviseError, type ParameterValue } from "../../core/index.ts";
import { nearest } from "../../engine/nearest.ts";
import { norms, type AnyAttack, type Norm } from "../attacks/define.ts";
import type { PlannedAttack } from "./evaluation.ts";

/** An attack as it is asked for. */
export interface AttackRequest {
  readonly attack: string;
  readonly norm?: string | undefined;
  /** In the units of the inputs. */
  readonly eps?: readonly number[] | undefined;
  /** Parameters that must be its own. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Parameters that it takes where it has them, such as those said for all attacks. */
  readonly shared?: Readonly<Record<string, unknown>> | undefined;
}

/** What is known of a parameter of an attack. */
export interface ParameterFacts {
  readonly name: string;
  readonly about: string;
  readonly fallback: string | undefined;
}

/** The parameters of an attack, as its schema has them. */
export function parametersOf({ parameters }: AnyAttack): readonly ParameterFacts[] {
  const schema = z.toJSONSchema(parameters, { io: "input", unrepresentable: "any" }) as {
    readonly properties?: Readonly<
      Record<string, { readonly description?: string; readonly default?: unknown }>
    >;
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    about: property.description ?? "",
    fallback: property.default === undefined ? undefined : JSON.stringify(property.default),
  }));
}

function usage(message: string, hint: string): PaviseError {
  return new PaviseError("usage", message, { hint });
}

function attackNamed(id: string, attacks: readonly AnyAttack[]): AnyAttack {
  const found = attacks.find(({ meta }) => meta.id === id);
  if (found !== undefined) return found;
  const guess = nearest(
    id,
    attacks.map(({ meta }) => meta.id),
  );
  const meant = guess === undefined ? "" : `Did you mean ${guess}? `;
  throw usage(`there is no attack ${id}`, `${meant}\`pavise attack --list\` lists them.`);
}

function normOf({ meta, parameters }: AnyAttack, asked: string | undefined): Norm | undefined {
  if (meta.norms.length === 0) return undefined;
  if (asked === undefined) {
    const facts = parametersOf({ meta, parameters } as AnyAttack);
    const own = facts.find(({ name }) => name === "norm")?.fallback;
    const named = norms.find((norm) => JSON.stringify(norm) === own);
    return named ?? meta.norms[0];
  }
  const norm = norms.find((each) => each === asked.toLowerCase());
  if (norm === undefined)
    throw usage(`${asked}: there is no such norm`, `One of: ${norms.join(", ")}.`);
  if (meta.norms.includes(norm)) return norm;
  throw usage(
    `${meta.id} does not work in ${norm}`,
    `It works in ${meta.norms.join(", ")}. In pavise.yaml each attack may have its own norm; on the command line \`--attack ${meta.id}:${meta.norms[0]}\`.`,
  );
}

/** Bounds that are usual for inputs of this range, for those who say none. */
export function usualEps(norm: Norm, [least, most]: readonly [number, number]): number {
  const width = most - least;
  const usual: Readonly<Record<Norm, number>> = {
    linf: (8 / 255) * width,
    l2: 0.5 * width,
    l1: 12 * width,
    l0: 24,
  };
  return usual[norm];
}

function shownValue(value: unknown): ParameterValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((each) => typeof each === "number")) return value;
  return JSON.stringify(value);
}

function parse(attack: AnyAttack, given: Readonly<Record<string, unknown>>): object {
  const read = attack.parameters.safeParse(given);
  if (read.success) return read.data as object;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") ?? "";
  const names = parametersOf(attack).map(({ name }) => name);
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const guess = unknown === undefined ? undefined : nearest(unknown, names);
  throw usage(
    unknown === undefined
      ? `${attack.meta.id}: ${where === "" ? "" : `${where}: `}${issue?.message ?? "a parameter does not fit"}`
      : `${attack.meta.id} has no parameter ${unknown}`,
    `${guess === undefined ? "" : `Did you mean ${guess}? `}Its parameters: ${names.join(", ") || "none"}.`,
  );
}

/** Fails where a parameter that is said for all attacks is one of none of them: it would count for nothing. */
export function assertShared(
  requests: readonly AttackRequest[],
  attacks: readonly AnyAttack[],
): void {
  const own = new Set(
    requests.flatMap(({ attack }) =>
      parametersOf(attackNamed(attack, attacks)).map(({ name }) => name),
    ),
  );
  const names = new Set(requests.flatMap(({ shared }) => Object.keys(shared ?? {})));
  // The number of queries bounds every attack, whether it has a parameter of the name or not.
  const stranger = [...names].find((name) => name !== "queries" && !own.has(name));
  if (stranger === undefined) return;
  const guess = nearest(stranger, [...own]);
  throw usage(
    `none of the attacks has a parameter ${stranger}`,
    guess === undefined
      ? "`pavise attack --list` has the parameters of each."
      : `Did you mean ${guess}?`,
  );
}

/** Makes what is asked for ready to be run: one plan for each bound, of minimal attacks one for all. */
export function planOf(
  request: AttackRequest,
  about: {
    readonly attacks: readonly AnyAttack[];
    readonly range: readonly [number, number];
  },
): readonly PlannedAttack[] {
  const attack = attackNamed(request.attack, about.attacks);
  const { kind } = attack.meta;
  const norm = normOf(attack, request.norm);
  const own = new Set(parametersOf(attack).map(({ name }) => name));
  const shared = Object.fromEntries(
    Object.entries(request.shared ?? {}).filter(([name]) => own.has(name)),
  );
  const { eps: ownEps, norm: _norm, ...settings } = request.settings ?? {};
  const asked =
    typeof ownEps === "number" ? [ownEps] : kind === "unbounded" ? [] : (request.eps ?? []);
  for (const eps of asked)
    if (!(eps > 0) || !Number.isFinite(eps))
      throw usage(`eps ${eps}: not a distance`, "A number above 0, such as 8/255.");
  function planned(bounds: readonly (number | undefined)[]): PlannedAttack {
    // One that searches the least change has eps only to start from.
    const eps = bounds[0] === undefined ? undefined : Math.max(...bounds.map(Number));
    const parameters = parse(attack, {
      ...shared,
      ...settings,
      ...(norm !== undefined && own.has("norm") && { norm }),
      ...(eps !== undefined && own.has("eps") && { eps }),
    });
    const shown = Object.entries(parameters)
      .filter(([name, value]) => name !== "norm" && name !== "eps" && value !== undefined)
      .map(([name, value]) => [name, shownValue(value)] as const);
    return { attack, norm, eps: bounds, parameters, shown: Object.fromEntries(shown) };
  }
  if (kind === "unbounded" || norm === undefined) return [planned([undefined])];
  const bounds = asked.length === 0 ? [usualEps(norm, about.range)] : asked;
  if (kind === "minimal") return [planned(bounds)];
  return bounds.map((eps) => planned([eps]));
}
