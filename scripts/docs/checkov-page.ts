import { banner, count, page, table } from "./markdown.ts";
import type { Documented } from "./sources.ts";

/** `CKV_AWS_20` before `CKV_AWS_122`: by the letters, then by the number. */
function compareIds(a: string, b: string): number {
  const [, headA = a, numberA = "0"] = /^(.*?)(\d+)$/.exec(a) ?? [];
  const [, headB = b, numberB = "0"] = /^(.*?)(\d+)$/.exec(b) ?? [];
  if (headA !== headB) return headA < headB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}

/** Ids of Checkov with the checks that ask the same. */
export function checkovPage(all: readonly Documented[]): string {
  const byId = new Map<string, string[]>();
  for (const { meta } of all) {
    for (const alias of meta.aliases.filter((each) => /^CKV2?_/.test(each))) {
      const link = `[${meta.id}](checks/${meta.id}.md)`;
      byId.set(alias, [...(byId.get(alias) ?? []), link]);
    }
  }
  const ids = [...byId.keys()].toSorted(compareIds);
  return page([
    banner,
    "# Checkov's ids",
    `${count(ids.length, "id")} of Checkov have a check that asks the same. \`pavise checks CKV_AWS_122\` shows it, \`disable\` and \`allow\` in \`pavise.yaml\` take the id, and a finding has it in \`aliases\`. Where the answers differ on purpose is told in [Pavise and Checkov](checkov.md).`,
    table(
      ["Checkov", "Pavise"],
      ids.map((id) => [id, (byId.get(id) ?? []).join(", ")]),
    ),
  ]);
}
