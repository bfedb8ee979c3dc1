import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { control, frameworkOf, frameworks, resolveControls, type Framework } from "./index.ts";

function framework(id: string): Framework {
  const found = frameworks.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no framework ${id}`);
  return found;
}

function count(id: string, kind: string): number {
  return framework(id).controls.filter((each) => each.kind === kind).length;
}

const all = frameworks.flatMap((each) => each.controls);

describe("counts", () => {
  test.each(["OWASP-LLM:2026", "OWASP-LLM:2025", "OWASP-ASI:2026", "OWASP-ML:2023"])(
    "%s has ten risks",
    (id) => {
      expect(count(id, "risk")).toBe(10);
      expect(framework(id).controls).toHaveLength(10);
    },
  );

  test("ATLAS 5.6.0 has 16 tactics, 101 techniques with 69 sub-techniques, 35 mitigations", () => {
    const techniques = framework("ATLAS").controls.filter((each) => each.kind === "technique");
    expect(framework("ATLAS").edition).toBe("5.6.0");
    expect(count("ATLAS", "tactic")).toBe(16);
    expect(techniques).toHaveLength(170);
    expect(techniques.filter((each) => each.parent === undefined)).toHaveLength(101);
    expect(techniques.filter((each) => each.parent !== undefined)).toHaveLength(69);
    expect(count("ATLAS", "mitigation")).toBe(35);
  });

  test("ATLAS says how far each technique has been seen", () => {
    const seen = Object.groupBy(framework("ATLAS").controls, (each) => each.maturity ?? "none");
    expect(seen.demonstrated).toHaveLength(89);
    expect(seen.realized).toHaveLength(64);
    expect(seen.feasible).toHaveLength(17);
  });

  test("the AI RMF has 4 functions, 19 categories, 72 subcategories", () => {
    expect(count("NIST-AI-RMF-1.0", "function")).toBe(4);
    expect(count("NIST-AI-RMF-1.0", "category")).toBe(19);
    expect(count("NIST-AI-RMF-1.0", "subcategory")).toBe(72);
  });

  test.each([
    ["GOVERN", [7, 3, 2, 3, 2, 2]],
    ["MAP", [6, 3, 5, 2, 2]],
    ["MEASURE", [3, 13, 3, 3]],
    ["MANAGE", [4, 4, 2, 3]],
  ])("%s has the subcategories that NIST gives it", (name, counts) => {
    const { controls } = framework("NIST-AI-RMF-1.0");
    const parts = (id: string): readonly string[] =>
      controls.filter((each) => each.parent === id).map((each) => each.id);
    const categories = parts(`NIST-AI-RMF-1.0:${name}`);
    expect(categories).toEqual(counts.map((_, index) => `NIST-AI-RMF-1.0:${name}-${index + 1}`));
    expect(categories.map(parts)).toEqual(
      counts.map((many, index) =>
        Array.from({ length: many }, (_, part) => `${categories[index]}.${part + 1}`),
      ),
    );
  });

  test("NIST AI 600-1 has 12 risks", () => {
    expect(count("NIST-AI-600-1:2024", "risk")).toBe(12);
  });

  test("the EU AI Act has the articles for which technical evidence exists", () => {
    const articles = [9, 10, 11, 12, 13, 14, 15, 17, 26, 53, 55, 72, 73];
    expect(framework("EU-AI-ACT:2024/1689").controls.map((each) => each.id)).toEqual([
      ...articles.map((article) => `EU-AI-ACT:2024/1689:ART-${article}`),
      "EU-AI-ACT:2024/1689:ANNEX-IV",
    ]);
  });
});

describe("every control", () => {
  test("has an id of its own", () => {
    expect(new Set(all.map((each) => each.id)).size).toBe(all.length);
  });

  test("is found by its id, in the framework that it names", () => {
    for (const each of all) {
      expect(control(each.id)).toBe(each);
      expect(frameworkOf(each.id)?.id).toBe(each.framework);
    }
  });

  test("has a parent and tactics that resolve, in the same framework", () => {
    for (const each of all) {
      const named = each.parent === undefined ? [] : [each.parent];
      for (const id of [...named, ...(each.tactics ?? [])]) {
        expect(control(id)?.framework, `${id}, named by ${each.id}`).toBe(each.framework);
      }
    }
  });

  test("has a trimmed title and an https link", () => {
    for (const each of all) {
      expect(each.title, each.id).toMatch(/^\S(.*[^\s.])?$/);
      expect(each.url, each.id).toMatch(/^https:\/\/[^\s]+$/);
    }
  });

  test("of OWASP carries no text, as its licence would bind what includes it", () => {
    for (const each of all.filter(({ id }) => id.startsWith("OWASP-"))) {
      expect(each.text).toBeUndefined();
    }
  });
});

describe("the EU AI Act", () => {
  const { controls } = framework("EU-AI-ACT:2024/1689");

  test("says of every article who, from when, what a tool can show and what it cannot", () => {
    for (const { id, duty } of controls) {
      expect(duty?.summary, id).toMatch(/^[A-Z].*\.$/);
      expect(duty?.who, id).not.toHaveLength(0);
      expect(duty?.evidence, id).not.toHaveLength(0);
      expect(duty?.human, id).not.toHaveLength(0);
      expect(duty?.applies, id).not.toHaveLength(0);
      for (const { from } of duty?.applies ?? []) {
        expect(new Date(from).toISOString().slice(0, 10), id).toBe(from);
      }
    }
  });

  test("admits that its dates were not read in the law", () => {
    expect(controls.every(({ duty }) => duty?.datesFrom === "secondary-sources")).toBe(true);
  });

  test("claims compliance nowhere", () => {
    expect(JSON.stringify(controls)).not.toMatch(/\bcomplian|\bconforms?\b/i);
  });
});

describe("NIST", () => {
  // A change of these texts is a change of a quotation: compare with the source, then the digest.
  test.each([
    ["NIST-AI-RMF-1.0", "23e1112ee27d5b6c4de6bb50fc124420e804e0fce7a5988dc0066478330e314f"],
    ["NIST-AI-600-1:2024", "f7c70580b237571e31c57a401ec773d5d53d91c58ca2ad07bd90d3b8bdfba2a3"],
  ])("%s is quoted as it was transcribed", (id, digest) => {
    const rows = framework(id).controls.map((each) => `${each.id} ${each.text}`);
    expect(hash("sha256", rows.join("\n"))).toBe(digest);
  });

  test("titles of the AI RMF are made of NIST's words alone", () => {
    for (const { id, title, text = "" } of framework("NIST-AI-RMF-1.0").controls) {
      const words = new Set(text.split(/[\s.,]+/));
      expect(
        title.split(/[\s,]+/).filter((word) => !words.has(word)),
        id,
      ).toEqual([]);
    }
  });
});

describe("looking up", () => {
  test.each([
    ["OWASP-LLM04:2026", "Supply Chain"],
    ["OWASP-LLM03:2025", "Supply Chain"],
    ["OWASP-ML06:2023", "AI Supply Chain Attacks"],
    ["OWASP-ASI05:2026", "Unexpected Code Execution (RCE)"],
    ["ATLAS:AML.T0011.000", "Unsafe AI Artifacts"],
    ["ATLAS:AML.TA0001", "AI Attack Staging"],
    ["ATLAS:AML.M0013", "Code Signing"],
    [
      "NIST-AI-RMF-1.0:MEASURE-2.7",
      "AI system security and resilience are evaluated and documented",
    ],
    ["NIST-AI-600-1:2024:data-privacy", "Data Privacy"],
    ["EU-AI-ACT:2024/1689:ART-15", "Accuracy, robustness and cybersecurity"],
    ["CWE-502", "Deserialization of Untrusted Data"],
    ["CWE-1427", "Improper Neutralization of Input Used for LLM Prompting"],
  ])("%s is %s", (id, title) => {
    expect(control(id)?.title).toBe(title);
  });

  test.each([
    "",
    ":",
    "CWE-",
    "CWE-0502",
    "OWASP-LLM04",
    "OWASP-LLM11:2026",
    "OWASP-LLM04:2024",
    "OWASP-04LLM:2026",
    "ATLAS:AML.T9999",
    "AML.T0011",
    "NIST-AI-RMF-1.0",
    "__proto__:x",
  ])("%j is no control", (id) => {
    expect(control(id)).toBeUndefined();
  });

  test("a sub-technique has the tactics of its technique", () => {
    expect(control("ATLAS:AML.T0011.000")?.tactics).toEqual(["ATLAS:AML.TA0005"]);
    expect(control("ATLAS:AML.T0020")?.tactics).toEqual(["ATLAS:AML.TA0003", "ATLAS:AML.TA0006"]);
  });

  test("ids resolve in their order, and unknown ones are named", () => {
    const { controls, unknown } = resolveControls(["CWE-502", "CWE-999999", "OWASP-ML06:2023"]);
    expect(controls.map((each) => each.id)).toEqual(["CWE-502", "OWASP-ML06:2023"]);
    expect(unknown).toEqual(["CWE-999999"]);
  });
});
