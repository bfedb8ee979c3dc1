import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { frameworks } from "./index.ts";
import { atlasVersion } from "./atlas.generated.ts";
import { atlas, atlasSource, renderAtlas } from "../../scripts/generate-atlas.ts";
import { stale } from "../../scripts/generated.ts";

test("the generated file is what the script makes of MITRE's YAML", (context) => {
  const source = fileURLToPath(atlasSource);
  context.skip(!existsSync(source), `no copy of MITRE's YAML at ${source}; nothing was compared`);
  expect(stale(atlas())).toEqual([]);
});

test("the catalogue names the edition of the generated file", () => {
  expect(frameworks.find(({ id }) => id === "ATLAS")?.edition).toBe(atlasVersion);
});

function yaml(name: string): string {
  return JSON.stringify({
    version: "0.0.0",
    matrices: [
      {
        tactics: [{ id: "AML.TA0000", name: "Tactic" }],
        techniques: [
          { id: "AML.T0001", name: "Later", tactics: ["AML.TA0000"], maturity: "feasible" },
          { id: "AML.T0000", name, tactics: ["AML.TA0000"], maturity: "realized" },
        ],
        mitigations: [],
      },
    ],
  });
}

test("techniques are sorted by id", () => {
  expect(renderAtlas(yaml("Earlier"))).toContain(
    "\nAML.T0000|AML.TA0000|realized|Earlier\nAML.T0001|AML.TA0000|feasible|Later\n",
  );
});

test.each(["a|b", "a`b", "a\\b", "a${b}", "a\nb"])("a name like %j is refused", (name) => {
  expect(() => renderAtlas(yaml(name))).toThrow("cannot be written");
});
