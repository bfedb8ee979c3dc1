import { PaviseError } from "../core/index.ts";
import { nearest } from "../engine/nearest.ts";

/** An option of a command. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in help; an option without one is a switch. */
  readonly value?: string;
  readonly about: string;
}

/** What a command takes; its help is made from this. */
export interface CommandSpec {
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** The words after the command: `[PATH…]`. */
  readonly operands: string;
  readonly options: readonly OptionSpec[];
  /** Further paragraphs of its help. */
  readonly notes?: readonly string[];
  readonly examples?: readonly (readonly [command: string, about: string])[];
}

/** An option as it was given. Its order counts: `--output` belongs to the `--format` before it. */
interface GivenOption {
  readonly name: string;
  readonly value: string;
}

/** The command line of a command, understood. */
export interface Given {
  readonly operands: readonly string[];
  readonly options: readonly GivenOption[];
  readonly has: (name: string) => boolean;
  /** The value given last. */
  readonly last: (name: string) => string | undefined;
}

/** Options that every command has. */
export const commonOptions: readonly OptionSpec[] = [
  { name: "no-color", about: "No colours (NO_COLOR and FORCE_COLOR are understood too)." },
  { name: "help", short: "h", about: "Show this help." },
];

function usage(message: string, hint: string): PaviseError {
  return new PaviseError("usage", message, { hint });
}

/**
 * Reads the words after a command. Strict, since an option that is silently dropped may be the
 * gate: an unknown one is an error with the likeliest meaning.
 */
export function parseOptions(spec: CommandSpec, argv: readonly string[]): Given {
  const known = [...spec.options, ...commonOptions];
  const operands: string[] = [];
  const options: GivenOption[] = [];
  const help = `\`pavise ${spec.name} --help\` lists the options.`;

  function find(word: string): OptionSpec {
    const found = known.find(
      ({ name, short }) => word === `--${name}` || (short !== undefined && word === `-${short}`),
    );
    if (found !== undefined) return found;
    const guess = nearest(
      word.replace(/^-+/, ""),
      known.map(({ name }) => name),
    );
    throw usage(`unknown option ${word}`, guess === undefined ? help : `Did you mean --${guess}?`);
  }

  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? "";
    if (word === "--") {
      operands.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const { name, value } = find(equals < 0 ? word : word.slice(0, equals));
    if (value === undefined) {
      if (equals >= 0) throw usage(`--${name} takes no value`, help);
      options.push({ name, value: "" });
      continue;
    }
    const given = equals >= 0 ? word.slice(equals + 1) : argv[++at];
    if (given === undefined || given === "" || (equals < 0 && given.startsWith("-"))) {
      throw usage(`--${name} needs a value: --${name} ${value}`, help);
    }
    options.push({ name, value: given });
  }
  return {
    operands,
    options,
    has: (name) => options.some((option) => option.name === name),
    last: (name) => options.findLast((option) => option.name === name)?.value,
  };
}

/** Every value of an option that may be repeated. */
export function valuesOf(given: Given, wanted: string): readonly string[] {
  return given.options.filter(({ name }) => name === wanted).map(({ value }) => value);
}

/**
 * Fails where an option is given without any of those that it counts beside: what is dropped in
 * silence may be the gate.
 */
export function assertBeside(
  given: Given,
  { options, needs }: { readonly options: readonly string[]; readonly needs: readonly string[] },
): void {
  if (needs.some((name) => given.has(name))) return;
  const alone = options.find((name) => given.has(name));
  if (alone === undefined) return;
  const wanted = needs.map((name) => `--${name}`).join(" or ");
  throw usage(`--${alone} needs ${wanted}`, `Without it --${alone} would count for nothing.`);
}

/** The value of an option that has to be one of `choices`. */
export function oneOf<T extends string>(
  given: Given,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = given.last(name);
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const guess = nearest(value, choices);
  const hint = guess === undefined ? "" : ` Did you mean ${guess}?`;
  throw usage(`--${name} ${value}: no such value`, `One of: ${choices.join(", ")}.${hint}`);
}
