// `pavise attack --list`
import { attacks } from "../../robustness/attacks/registry.ts";
import { parametersOf } from "../../robustness/run/plan.ts";
import { painter, wrap } from "../help.ts";
import type { Stage } from "../stage.ts";

const sees: Readonly<Record<string, string>> = {
  gradient: "gradients",
  scores: "scores",
  labels: "classes only",
};
const kinds: Readonly<Record<string, string>> = {
  bounded: "within eps",
  minimal: "the least change, judged at eps",
  unbounded: "without eps",
};

/** `stepSize` as it is written on the command line. */
function optionName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Prints every attack with its paper and its parameters. */
export async function listAttacks(stage: Stage): Promise<void> {
  const paint = painter(stage.color);
  const width = Math.min(98, Math.max(60, stage.width ?? 98));
  const lines: string[] = [];
  for (const attack of attacks) {
    const { id, title, paper, access, norms, kind, canTarget } = attack.meta;
    lines.push(`${paint("bold", id)}  ${title}`);
    for (const line of wrap(paper, width - 2)) lines.push(`  ${paint("dim", line)}`);
    const facts = [
      `needs ${sees[access]}`,
      ...(norms.length === 0 ? [] : [norms.join(", ")]),
      kinds[kind],
      ...(canTarget ? ["can be targeted"] : []),
    ];
    lines.push(`  ${facts.join(" · ")}`);
    const parameters = parametersOf(attack).filter(({ name }) => name !== "norm" && name !== "eps");
    const column = Math.max(0, ...parameters.map(({ name }) => optionName(name).length)) + 6;
    for (const { name, about, fallback } of parameters) {
      const text = fallback === undefined ? about : `${about} (default: ${fallback})`;
      const [head = "", ...rest] = wrap(text, width - column);
      lines.push(`    ${paint("cyan", optionName(name).padEnd(column - 4))}${head}`);
      for (const line of rest) lines.push(`${" ".repeat(column)}${line}`);
    }
    lines.push("");
  }
  await stage.print(lines.join("\n"));
}
