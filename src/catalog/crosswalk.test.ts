import { describe, expect, test } from "vitest";
import { crosswalk } from "./crosswalk-table.ts";
import { control, frameworks, resolveControls, runServes, withCrosswalk } from "./index.ts";

const generative = /^OWASP-(LLM|ASI)|^CWE-14(26|27|34)$|^ATLAS:/;

describe("the table", () => {
  test.each(crosswalk)("$about: both sides resolve, none is named twice", ({ from, serves }) => {
    expect(resolveControls([...from, ...serves]).unknown).toEqual([]);
    expect(new Set(from).size).toBe(from.length);
    expect(new Set(serves).size).toBe(serves.length);
    expect(serves).not.toHaveLength(0);
  });

  test("leads from weaknesses to NIST and the EU AI Act, never back", () => {
    for (const { from, serves } of crosswalk) {
      for (const id of from) expect(id).toMatch(/^(OWASP|ATLAS|CWE)/);
      for (const id of serves) expect(control(id)?.kind).toMatch(/^(subcategory|risk|article)$/);
      for (const id of serves) expect(id).toMatch(/^(NIST|EU-AI-ACT)/);
    }
  });

  test("leads to NIST AI 600-1 only from what is about generative AI", () => {
    for (const { from, serves } of crosswalk) {
      if (!serves.some((id) => id.startsWith("NIST-AI-600-1"))) continue;
      expect(from.filter((id) => !generative.test(id))).toEqual([]);
    }
  });

  test("knows every OWASP risk", () => {
    const known = new Set(crosswalk.flatMap(({ from }) => from));
    const risks = frameworks
      .filter(({ id }) => id.startsWith("OWASP-"))
      .flatMap(({ controls }) => controls.map(({ id }) => id));
    expect(risks.filter((id) => !known.has(id))).toEqual([]);
  });

  test("gives its reason in a sentence that claims no compliance", () => {
    for (const { because } of [...crosswalk, ...runServes]) {
      expect(because).toMatch(/^[A-Z].*\.$/);
      expect(because).not.toMatch(/complian|conform|satisf/i);
    }
  });

  test("names what a run serves by ids that resolve", () => {
    expect(resolveControls(runServes.map((each) => each.control)).unknown).toEqual([]);
  });
});

describe("withCrosswalk", () => {
  test("keeps the ids of the check in front and adds what they serve, each once", () => {
    const ids = ["CWE-502", "OWASP-LLM04:2026", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"];
    const all = withCrosswalk(ids);
    expect(all.slice(0, 4)).toEqual(ids);
    expect(all.slice(4).toSorted()).toEqual([
      "EU-AI-ACT:2024/1689:ART-15",
      "NIST-AI-600-1:2024:information-security",
      "NIST-AI-600-1:2024:value-chain-component-integration",
      "NIST-AI-RMF-1.0:GOVERN-6.1",
      "NIST-AI-RMF-1.0:MANAGE-3.1",
      "NIST-AI-RMF-1.0:MANAGE-3.2",
      "NIST-AI-RMF-1.0:MAP-4.2",
      "NIST-AI-RMF-1.0:MEASURE-2.7",
    ]);
  });

  test("gives a sub-technique what its technique serves", () => {
    expect(withCrosswalk(["ATLAS:AML.T0051.001"]).slice(1)).toEqual(
      withCrosswalk(["ATLAS:AML.T0051"]).slice(1),
    );
  });

  test("prefers a sub-technique's own row", () => {
    expect(withCrosswalk(["ATLAS:AML.T0010.002"])).toContain("EU-AI-ACT:2024/1689:ART-10");
    expect(withCrosswalk(["ATLAS:AML.T0010"])).not.toContain("EU-AI-ACT:2024/1689:ART-10");
  });

  test("adds nothing to code quality and to what it does not know", () => {
    expect(withCrosswalk(["CWE-703", "CWE-999999", "x"])).toEqual(["CWE-703", "CWE-999999", "x"]);
  });

  test("is the same when it is done twice", () => {
    const once = withCrosswalk(["OWASP-ML02:2023", "OWASP-ML02:2023"]);
    expect(withCrosswalk(once)).toEqual(once);
  });
});
