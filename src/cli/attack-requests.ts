// Which attacks are asked for, on the command line and in `pavise.yaml`.
import { PaviseError } from "../core/index.ts";
import type { Config } from "../engine/index.ts";
import type { TargetChoice } from "../robustness/run/evaluation.ts";
import { fractionOf, readValue } from "../robustness/run/fraction.ts";
import type { AttackRequest } from "../robustness/run/plan.ts";
import { oneOf, valuesOf, type Given } from "./options.ts";

type Section = NonNullable<Config["robustness"]>;
type Settings = Readonly<Record<string, unknown>>;

/** `step-size` as attacks call it. */
function parameterName(name: string): string {
  return name.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The value of an option as a number, or undefined. */
export function numberOf(given: Given, name: string): number | undefined {
  const value = given.last(name);
  return value === undefined ? undefined : fractionOf(value, `--${name}`);
}

/** The same, a whole number from `least` on. */
export function wholeOf(given: Given, name: string, least: number): number | undefined {
  const value = numberOf(given, name);
  if (value === undefined || (Number.isInteger(value) && value >= least)) return value;
  throw new PaviseError("usage", `--${name} ${given.last(name)}: not a whole number`, {
    hint: `A number from ${least} on.`,
  });
}

/** `--set`: those for every attack, and those for one by its id. */
function settingsOf(given: Given): {
  readonly shared: Settings;
  readonly own: ReadonlyMap<string, Settings>;
} {
  const shared: Record<string, unknown> = {};
  const own = new Map<string, Record<string, unknown>>();
  for (const text of valuesOf(given, "set")) {
    const match = /^(?:([a-z0-9-]+)\.)?([A-Za-z][\w-]*)=(.*)$/.exec(text);
    if (match === null)
      throw new PaviseError("usage", `--set ${text}: not a name with a value`, {
        hint: "Write --set steps=20, or --set pgd.steps=20 for one attack.",
      });
    const [, attack, name = "", value = ""] = match;
    const into = attack === undefined ? shared : (own.get(attack) ?? {});
    into[parameterName(name)] = readValue(value);
    if (attack !== undefined) own.set(attack, into);
  }
  const said: Settings = {
    steps: wholeOf(given, "steps", 1),
    stepSize: numberOf(given, "step-size"),
    restarts: wholeOf(given, "restarts", 1),
    queries: wholeOf(given, "queries", 1),
    randomStart: given.has("no-random-start")
      ? false
      : given.has("random-start")
        ? true
        : undefined,
  };
  const known = Object.entries(said).filter(([, value]) => value !== undefined);
  return { shared: { ...Object.fromEntries(known), ...shared }, own };
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** An attack of the configuration. */
function fromSection(entry: NonNullable<Section["attacks"]>[number]): AttackRequest {
  if (typeof entry === "string") return { attack: entry };
  const { attack, norm, eps, ...rest } = entry;
  const settings = Object.entries(rest).map(
    ([name, value]) =>
      [parameterName(name), typeof value === "string" ? readValue(value) : value] as const,
  );
  return {
    attack,
    norm,
    eps: listOf(eps)?.map((each) => fractionOf(each, `eps of ${attack}`)),
    settings: Object.fromEntries(settings),
  };
}

/** What is asked: attacks, and what holds for the usual ones where none is named. */
export function requestsOf(
  given: Given,
  section: Section | undefined,
): { readonly requests: readonly AttackRequest[]; readonly usual: Omit<AttackRequest, "attack"> } {
  const { shared, own } = settingsOf(given);
  const norm = given.last("norm");
  const bounds = valuesOf(given, "eps").flatMap((text) =>
    text.split(",").map((each) => fractionOf(each, "--eps")),
  );
  const eps = bounds.length === 0 ? undefined : bounds;
  const named = valuesOf(given, "attack").flatMap((text) =>
    text.split(",").map((each): AttackRequest => {
      const [attack = "", suffix] = each.trim().split(":");
      return { attack, norm: suffix ?? norm };
    }),
  );
  const listed = named.length > 0 ? named : (section?.attacks ?? []).map(fromSection);
  const requests = listed.map((request): AttackRequest => ({
    attack: request.attack,
    norm: named.length > 0 ? request.norm : (norm ?? request.norm),
    eps: eps ?? request.eps,
    settings: { ...request.settings, ...own.get(request.attack) },
    // What an attack of the file says itself comes before what is said for all of them in passing.
    shared,
  }));
  const stranger = [...own.keys()].find((id) => !requests.some(({ attack }) => attack === id));
  if (stranger !== undefined && requests.length > 0)
    throw new PaviseError("usage", `--set ${stranger}.…: ${stranger} is not among the attacks`, {
      hint: `Name it: --attack ${stranger}.`,
    });
  return { requests, usual: { norm, eps, shared } };
}

/** The class that inputs shall be taken for. */
export function targetOf(given: Given, section: Section | undefined): TargetChoice | undefined {
  const said = given.last("target") ?? section?.target;
  if (said === undefined) return given.has("targeted") ? { kind: "random" } : undefined;
  if (/^\d+$/.test(String(said))) return { kind: "class", label: Number(said) };
  const kinds = ["random", "least-likely", "second", "next"] as const;
  const kind = kinds.find((each) => each === said) ?? oneOf(given, "target", kinds);
  return kind === undefined ? undefined : { kind };
}
