import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Run } from "../core/index.ts";
import { maxResults, render } from "./sarif.ts";
import { artifactLocation, artifactUri } from "./sarif-uri.ts";
import { anyRun, anyText } from "./testing/arbitrary-run.ts";
import { sampleFinding } from "./testing/sample-finding.ts";
import { cleanRun, largeRun, sampleRun } from "./testing/sample-run.ts";

// The schema calls itself draft 4 and uses nothing that draft 7 reads otherwise.
const file = new URL("testdata/sarif-schema-2.1.0.json", import.meta.url);
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
const validate = new Ajv({
  strict: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    "uri-reference": (text: string) =>
      URL.canParse(text, "file:///root/") && /^(?:[!#-;=?-[\]_a-z~]|%[0-9A-F]{2})*$/i.test(text),
    "date-time": (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text),
    uuid: true,
  },
}).compile(schema);

const Region = z.object({
  startLine: z.number(),
  startColumn: z.number().optional(),
  endLine: z.number().optional(),
  endColumn: z.number().optional(),
  snippet: z.object({ text: z.string() }).optional(),
});
const Result = z.looseObject({
  ruleId: z.string(),
  ruleIndex: z.number(),
  level: z.string(),
  message: z.object({ text: z.string() }),
  locations: z.array(
    z.object({
      physicalLocation: z.object({
        artifactLocation: z.object({ uri: z.string(), uriBaseId: z.string().optional() }),
        region: Region,
        contextRegion: Region.optional(),
      }),
      logicalLocations: z.array(z.looseObject({ fullyQualifiedName: z.string() })).optional(),
    }),
  ),
  partialFingerprints: z.record(z.string(), z.string()),
  suppressions: z.array(z.looseObject({ kind: z.string() })).optional(),
});
const Rule = z.looseObject({
  id: z.string(),
  help: z.object({ text: z.string(), markdown: z.string() }),
  helpUri: z.string().optional(),
  properties: z.looseObject({ tags: z.array(z.string()), "security-severity": z.string() }),
});
const Log = z.object({
  runs: z.tuple([
    z.looseObject({
      tool: z.object({ driver: z.looseObject({ rules: z.array(Rule) }) }),
      invocations: z.tuple([
        z.looseObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.looseObject({ level: z.string(), message: z.object({ text: z.string() }) }),
          ),
        }),
      ]),
      results: z.array(Result),
    }),
  ]),
});

function sarifOf(run: Run) {
  const json: unknown = JSON.parse(render(run));
  validate(json);
  expect(validate.errors).toBeNull();
  return Log.parse(json).runs[0];
}

describe("SARIF", () => {
  test("is valid by the OASIS schema, whatever is in the run", () => {
    sarifOf(sampleRun({ hostile: true }));
    sarifOf(cleanRun());
    sarifOf({ ...sampleRun(), startedAt: "yesterday", checks: [] });
    fc.assert(
      fc.property(anyRun, (run) => void sarifOf(run)),
      { numRuns: 150 },
    );
  });

  test("rules carry what GitHub shows and sorts by", () => {
    const { rules } = sarifOf(sampleRun()).tool.driver;
    const rule = rules.find(({ id }) => id === "torch-load-untrusted");
    expect(rule?.properties.tags).toEqual([
      "security",
      "external/cwe/cwe-502",
      "OWASP-LLM04:2026",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ]);
    expect(rule?.properties["security-severity"]).toBe("8.0");
    expect(rule?.helpUri).toBe("https://pytorch.org/docs/stable/generated/torch.load.html");
    expect(rule?.help.markdown).toContain("[CWE-502](https://cwe.mitre.org/");
    expect(rule).toHaveProperty("relationships[0].target.id", "502");
    for (const { properties } of rules) expect(properties.tags.length).toBeLessThanOrEqual(20);
  });

  test("every result names its rule, by id and by index", () => {
    const { results, tool } = sarifOf(sampleRun({ hostile: true }));
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    }
  });

  test("a region has the exact columns, its text and the lines around it", () => {
    const { results } = sarifOf(sampleRun());
    const result = results.find(
      ({ locations }) => locations[0]?.physicalLocation.region.startLine === 42,
    );
    expect(result?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: "training/train.py", uriBaseId: "%SRCROOT%" },
      region: {
        startLine: 42,
        startColumn: 13,
        endColumn: 60,
        snippet: { text: 'torch.load(args.checkpoint, map_location="cpu")' },
      },
      contextRegion: { startLine: 41, endLine: 43 },
    });
    expect(result?.partialFingerprints).toHaveProperty(["paviseFingerprint/v1"]);
  });

  test("a line within a notebook cell is no line of the file", () => {
    const { results } = sarifOf(sampleRun());
    const [location] = results.find(({ locations }) =>
      locations[0]?.physicalLocation.artifactLocation.uri.endsWith(".ipynb"),
    )!.locations;
    expect(location?.physicalLocation.region).toEqual({ startLine: 1 });
    expect(location?.logicalLocations?.[0]?.fullyQualifiedName).toBe("cell 3, line 4");
  });

  test("suppressed findings are results with a suppression, the others with none", () => {
    const { results } = sarifOf(sampleRun());
    const kinds = results.map(({ suppressions }) => suppressions?.map(({ kind }) => kind));
    expect(kinds.filter((each) => each?.length === 0)).toHaveLength(14);
    expect(kinds.slice(-2).flat().sort()).toEqual(["external", "inSource"]);
  });

  test("what could not be read and what went wrong is told", () => {
    const { invocations } = sarifOf({ ...sampleRun(), problems: ["a worker ended"] });
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      "a worker ended",
      expect.stringContaining("training/broken.py could not be read: line 3"),
      "models/huge.bin could not be read: too large",
    ]);
  });

  test("text from a file becomes neither a link nor a placeholder", () => {
    const message = "see [here](https://evil.example) and x[0] {0}";
    const finding = sampleFinding({ check: "verify-off", path: "a.py", message });
    const [result] = sarifOf(sampleRun({ findings: [finding] })).results;
    expect(result?.message.text).toBe("see \\[here\\](https://evil.example) and x\\[0\\] {{0}}.");
  });

  test("past GitHub's limit the worst are kept, and what was left out is told", () => {
    const run = largeRun(30_000);
    const json = Log.parse(JSON.parse(render(run))).runs[0];
    expect(json.results).toHaveLength(maxResults);
    const [note] = json.invocations[0].toolExecutionNotifications;
    expect(note?.message.text).toMatch(/^\d+ results were left out/);
    expect(json.results[0]?.level).toBe("error");
    expect(json.results.at(-1)?.level).toBe("note");
  });
});

describe("a URI of a path", () => {
  test("is relative to the root and percent-encoded", () => {
    expect(artifactUri("a b/ü#?%.py")).toBe("a%20b/%C3%BC%23%3F%25.py");
    expect(artifactLocation("outer.zip!inner/x.pkl").uri).toBe("outer.zip!inner/x.pkl");
    expect(artifactLocation("c:x.py").uri).toBe("c%3Ax.py");
  });

  test("says so where the path is absolute", () => {
    expect(artifactLocation("/etc/passwd")).toEqual({ uri: "file:///etc/passwd" });
    expect(artifactLocation("C:/x/y.py")).toEqual({ uri: "file:///C%3A/x/y.py" });
  });

  test("leads back to its path", () => {
    fc.assert(
      fc.property(anyText, (path) => {
        expect(decodeURIComponent(artifactUri(path))).toBe(path.toWellFormed());
      }),
    );
  });
});
