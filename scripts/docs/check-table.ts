import { banner, count, page, table } from "./markdown.ts";
import type { Documented } from "./sources.ts";

/** What the folders hold, in the order in which they are shown; any other comes after them. */
const groups: Readonly<Record<string, string>> = {
  code: "Python code",
  command: "Programs that are started",
  setting: "Settings",
  pipeline: "Pipelines and images",
  notebook: "Notebooks",
  secret: "Secrets",
  model: "Model files",
  flow: "Flows",
  infra: "Infrastructure",
  engine: "Suppressions",
};

function rows(group: readonly Documented[]): string {
  return table(
    ["Code", "Check", "Severity", "Audience", "What it finds", "Also known as"],
    group.map(({ meta }) => [
      meta.code,
      `[${meta.id}](${meta.id}.md)`,
      meta.severity,
      meta.audience,
      meta.title,
      meta.aliases.join(", "),
    ]),
  );
}

/** The list of all checks, by folder. */
export function checkTable(all: readonly Documented[]): string {
  const names = [...new Set([...Object.keys(groups), ...all.map(({ group }) => group)])];
  const present = names.filter((name) => all.some(({ group }) => group === name));
  const forEveryone = all.filter(({ meta }) => meta.audience === "default").length;
  return page([
    banner,
    "# The checks",
    `${count(all.length, "check")}, of which ${forEveryone} report to everyone; the others only to those who ask with \`--audience pedantic\` or \`--audience audit\`. \`pavise checks <id>\` shows a page in the terminal; a check is found by its id, its code, and by its name in Bandit (\`B…\`) or ruff (\`S…\`).`,
    ...present.flatMap((name) => {
      const group = all.filter((each) => each.group === name);
      return [`## ${groups[name] ?? name} (${group.length})`, rows(group)];
    }),
  ]);
}
