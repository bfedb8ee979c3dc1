import { atlasMitigations, atlasTactics, atlasTechniques } from "./atlas.generated.ts";
import type { Control } from "./framework.ts";

const site = "https://atlas.mitre.org";

function rows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
}

/** Tactics and mitigations: id and name. */
function named(kind: "tactic" | "mitigation", table: string): readonly Control[] {
  return rows(table).map(([id = "", title = ""]) => ({
    id: `ATLAS:${id}`,
    framework: "ATLAS",
    kind,
    title,
    url: `${site}/${kind}s/${id}`,
  }));
}

function techniques(): readonly Control[] {
  const parsed = rows(atlasTechniques);
  const tacticsOf = new Map(parsed.map(([id = "", tactics = ""]) => [id, tactics]));
  return parsed.map(([id = "", , maturity, title = ""]) => {
    // AML.T0011.000 is a part of AML.T0011.
    const parent = /^(AML\.T\d+)\.\d+$/.exec(id)?.[1];
    const tactics = tacticsOf.get(parent ?? id) ?? "";
    return {
      id: `ATLAS:${id}`,
      framework: "ATLAS",
      kind: "technique",
      title,
      parent: parent === undefined ? undefined : `ATLAS:${parent}`,
      url: `${site}/techniques/${id}`,
      tactics: tactics.split(" ").map((tactic) => `ATLAS:${tactic}`),
      maturity,
    };
  });
}

/** MITRE's tactics, techniques and mitigations. Ids keep their meaning between versions. */
export function atlas(): readonly Control[] {
  return [
    ...named("tactic", atlasTactics),
    ...techniques(),
    ...named("mitigation", atlasMitigations),
  ];
}
