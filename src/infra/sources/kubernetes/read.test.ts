import { describe, expect, test } from "vitest";
import { indexLines } from "../../../core/index.ts";
import { plainValue, textAt } from "../../testing/plain.ts";
import type { Document } from "../../value.ts";
import { readKubernetes } from "./read.ts";

function documentOf(path: string, text: string): Document {
  const kind = path.endsWith(".json") ? "json" : "yaml";
  return { path, kind, text, lines: indexLines(text) };
}

function read(text: string, path = "manifest.yaml") {
  return readKubernetes(documentOf(path, text));
}
function template(text: string, values?: string) {
  return readKubernetes(
    documentOf("chart/templates/x.yaml", text),
    values === undefined ? {} : { values: documentOf("chart/values.yaml", values) },
  );
}

test("what is in a list of pods need not say that it is one", () => {
  const text = `apiVersion: v1
kind: PodList
items:
  - metadata: {name: a}
    spec: {containers: []}
  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}
`;
  expect(read(text).resources.map(({ type, address }) => [type, address])).toEqual([
    ["/Pod", "Pod/a"],
    ["apps/Deployment", "Deployment/b"],
  ]);
});

test("a long file of many documents is read document by document, with its places", () => {
  const filler = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: ${"x".repeat(90_000)}}\n`;
  const text = `${[filler, filler, filler, filler, filler].join("---\n")}---\napiVersion: v1\nkind: Pod\nmetadata: {name: last}\n`;
  const { resources, problems } = read(text);
  expect(problems).toEqual([]);
  expect(resources).toHaveLength(6);
  const pod = resources.find(({ type }) => type === "/Pod");
  expect(pod && textAt(pod)).toBe("last");
});

test("many documents, lists and JSON", () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: ml}
---
# nothing
---
apiVersion: v1
kind: List
items:
  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}
  - {apiVersion: serving.kserve.io/v1beta1, kind: InferenceService, metadata: {generateName: c-}}
---
just: settings
`;
  const { resources, problems } = read(text);
  expect(problems).toEqual([]);
  expect(resources.map(({ type, address, at }) => [type, address, textAt({ at })])).toEqual([
    ["/Pod", "ml/Pod/a", "a"],
    ["apps/Deployment", "Deployment/b", "b"],
    ["serving.kserve.io/InferenceService", "InferenceService/c-*", "InferenceService"],
  ]);
  const json = JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "j" } });
  expect(read(json, "pod.json").resources.map(({ address }) => address)).toEqual(["Pod/j"]);
});

test("what runs later is not known: Argo's parameters", () => {
  const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: train-}
spec: {templates: [{container: {image: "acme/train:{{inputs.parameters.tag}}"}}]}
`;
  const { resources, problems } = read(text);
  expect(problems).toEqual([]);
  expect(plainValue(resources[0]!.body)).toMatchObject({
    spec: {
      templates: [
        {
          container: {
            image: {
              $text: [
                "acme/train:",
                { $unknown: "{{inputs.parameters.tag}} is known only when it runs" },
              ],
            },
          },
        },
      ],
    },
  });
});

describe("templates of Helm", () => {
  /** The spec of a Pod whose lines are given. */
  function spec(lines: readonly string[], values?: string): unknown {
    const body = lines.map((line) => `  ${line}\n`).join("");
    const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ include "x.name" . }}\nspec:\n${body}`;
    const { resources, problems } = template(text, values);
    expect(problems).toEqual([]);
    const value = plainValue(resources[0]?.body) as { spec: unknown };
    return value.spec;
  }
  const noValues = (name: string) => ({ $unknown: `Helm value .Values.${name} has no default` });

  test.each([
    [["a: {{ .Values.x }}"], "x: 5", { a: 5 }],
    [["a: {{ .Values.x }}"], undefined, { a: noValues("x") }],
    [["a: {{ .Values.x.y | quote }}"], "x: {y: z}", { a: "z" }],
    [['a: "{{ .Values.x }}"'], "x: 5", { a: "5" }],
    [
      ['a: "{{ .Values.r }}:{{ .Values.t | default "latest" }}"'],
      "r: vllm\nt: ''",
      { a: "vllm:latest" },
    ],
    [["a: pre-{{ .Values.x }}"], undefined, { a: { $text: ["pre-", noValues("x")] } }],
    [['a: {{ printf "%s-%d" .Values.x 5 }}'], "x: n", { a: "n-5" }],
    [["a: {{ if .Values.x }}1{{ else }}2{{ end }}"], "x: 1", { a: { $unknown: "Helm writes it" } }],
    [["a:", "  {{- toYaml .Values.x | nindent 4 }}"], "x: {b: [1]}", { a: { b: [1] } }],
    [["a: {{- toYaml .Values.x | nindent 4 }}"], "x: {b: 1}", { a: { b: 1 } }],
    [["a:", "  {{- toYaml .Values.x | nindent 4 }}"], undefined, { a: noValues("x") }],
    [
      ["a:", "  b: 1", "{{ toYaml .Values.x | indent 4 }}", "c: 2"],
      "x: {d: 3}",
      { a: { b: 1, d: 3 }, c: 2 },
    ],
    [["a:", "  - 1", "  {{- toYaml .Values.x | nindent 4 }}"], "x: [2]", { a: [1, 2] }],
    [
      ["a:", "  b: 1", '  {{- include "x.labels" . | nindent 4 }}'],
      "",
      { a: { b: 1, $open: "the Helm template x.labels writes it" } },
    ],
    [["{{- if .Values.x }}", "a: 1", "{{- end }}"], "x: true", { a: 1 }],
    [["b: 1", "{{- if .Values.x }}", "a: 1", "{{- end }}"], "x: false", { b: 1 }],
    [
      ["b: 1", "{{- if not .Values.x }}", "a: 1", "{{- else }}", "a: 2", "{{- end }}"],
      "x: 1",
      { b: 1, a: 2 },
    ],
    [
      [
        "b: 1",
        '{{- if eq .Values.x "q" }}',
        "a: 1",
        "{{- else if .Values.y }}",
        "a: 2",
        "{{- end }}",
      ],
      "x: p\ny: {z: 1}",
      { b: 1, a: 2 },
    ],
    [
      ["b: 1", "{{- if .Values.x }}", "a: 1", "{{- else }}", "a: 2", "{{- end }}"],
      undefined,
      { b: 1, a: { $either: [1, 2], because: "Helm value .Values.x has no default" } },
    ],
    [
      ["b: 1", "{{- if .Values.x }}", "a: 1", "{{- end }}"],
      undefined,
      { b: 1, a: { $either: [1, null], because: "Helm value .Values.x has no default" } },
    ],
    [["b: 1", "{{- with .Values.x }}", "a: {{ .y }}", "{{- end }}"], "x: {y: 2}", { b: 1, a: 2 }],
    [
      ["b: 1", "{{- with .Values.x }}", "a: {{ $.Values.z }}", "{{- end }}"],
      "x: 1\nz: 3",
      { b: 1, a: 3 },
    ],
    [["{{- $n := .Values.x }}", "a: {{ $n }}"], "x: 4", { a: 4 }],
    [["b: 1", "{{- range .Values.x }}", "a: 1", "{{- end }}"], "x: []", { b: 1 }],
    [["b: 1", "{{- with $ }}", "a: {{ .Values.x }}", "{{- end }}"], "x: 7", { b: 1, a: 7 }],
    [
      ["b: 1", "{{- with $y := .Values.x }}", "a: {{ $y.z }}", "{{- end }}"],
      "x: {z: 8}",
      { b: 1, a: 8 },
    ],
    [
      ["b: 1", '{{- if and (hasKey .Values "x") (gt (int .Values.x) 3) }}', "a: 1", "{{- end }}"],
      "x: 4",
      { b: 1, a: 1 },
    ],
    [
      [
        "b: 1",
        "{{- if or",
        '  (eq .Values.x "a")',
        '  (eq .Values.x "b")',
        "}}",
        "a: 1",
        "{{- end }}",
      ],
      "x: b",
      { b: 1, a: 1 },
    ],
    [
      ["b: 1", "{{- range $k, $v := .Values.x }}", "a: {{ $v.y }}", "{{- end }}"],
      "x: {p: {y: 1}}",
      {
        b: 1,
        a: { $either: [{ $unknown: "it is one of .Values.x" }, null], because: "Helm repeats it" },
      },
    ],
    [
      ["a:", '  {{- .Values.x | toYaml | trimSuffix "\\n" | nindent 4 }}', "  - name: b"],
      "x: [1]",
      { a: [1, { name: "b" }] },
    ],
    [
      ["a:", "  {{- toYaml .Values.x | nindent 4 }}", "  - name: b"],
      undefined,
      { a: [{ name: "b" }, { $open: "Helm value .Values.x has no default" }] },
    ],
    [['a: {{ .Values.x | trimSuffix "/" }}/b'], "x: c/", { a: "c/b" }],
    [["b: 1 {{/* a: }} */}}", "c: 2"], "", { b: 1, c: 2 }],
  ])("%s with %s", (lines, values, wanted) => {
    expect(spec(lines, values)).toEqual(wanted);
  });

  test("whole documents hang on conditions", () => {
    const text = `{{- if .Values.a }}\napiVersion: v1\nkind: Pod\nmetadata: {name: x}\n{{- end }}\n`;
    expect(template(text).resources[0]?.uncertain).toBe("Helm value .Values.a has no default");
    expect(template(text, "a: true").resources[0]?.uncertain).toBeUndefined();
    expect(template(text, "a: false").resources).toEqual([]);
  });

  test("places are those of the template", () => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  {{- if .Values.a }}\n  hostNetwork: {{ .Values.b }}\n  {{- end }}\n  hostPID: true\n`;
    const { resources } = template(text, "a: 1\nb: true");
    const spec = resources[0]!.body.entries.get("spec");
    expect(spec?.kind).toBe("map");
    if (spec?.kind !== "map") return;
    expect(textAt(spec.entries.get("hostNetwork")!)).toBe("true");
    expect(spec.entries.get("hostNetwork")!.at.document.path).toBe("chart/values.yaml");
    expect(textAt(spec.entries.get("hostPID")!)).toBe("true");
  });

  test("what cannot be made sense of is one problem, not many", () => {
    const text = `kind: Pod\napiVersion: v1\nmetadata:\n{{ .Values.a }}}}: [\n  - {{ if\n`.repeat(
      20,
    );
    expect(template(text).problems).toHaveLength(1);
  });
});

test("a bomb of aliases stops", () => {
  const lines = ["apiVersion: v1", "kind: Pod", "a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let at = 1; at < 12; at++)
    lines.push(
      `a${at}: &a${at} [${Array(9)
        .fill(`*a${at - 1}`)
        .join(", ")}]`,
    );
  const { problems } = read(lines.join("\n"));
  expect(problems.map(({ message }) => message)).toEqual([
    "not read to its end: more than 100000 nodes",
  ]);
});

test.each([
  ["nested lists", `apiVersion: v1\nkind: Pod\na: ${"[".repeat(50_000)}`],
  ["nested maps", `apiVersion: v1\nkind: Pod\na: ${"{a: ".repeat(20_000)}`],
  ["open actions", `apiVersion: v1\nkind: Pod\n${"{{ if .Values.a }}".repeat(15_000)}`],
  ["open actions by line", `apiVersion: v1\nkind: Pod\n${"{{ if .Values.a }}\n".repeat(15_000)}`],
  ["ends", `apiVersion: v1\nkind: Pod\n{{ if .Values.a }}${"{{ end }}\n".repeat(15_000)}`],
  ["braces", `apiVersion: v1\nkind: Pod {{ .Values.a }}${"{{".repeat(100_000)}`],
  ["parentheses", `apiVersion: v1\nkind: Pod\na: {{ .Values.a ${"(".repeat(100_000)} }}`],
  ["quotes", `apiVersion: v1\nkind: Pod\na: {{ .Values.a ${'"'.repeat(100_000)} }}`],
  [
    "marks",
    `apiVersion: v1\nkind: Pod\na: {{ .Values.a }}${"\ue000\ue1ff\ue1ff\ue002".repeat(50_000)}`,
  ],
  [
    "conditions",
    `apiVersion: v1\nkind: Pod\n${Array.from({ length: 5_000 }, (_, at) => `{{ if .Values.a }}\na${at}: 1\n{{ end }}\n`).join("")}`,
  ],
])("hostile: %s", (_, text) => {
  const start = performance.now();
  readKubernetes(documentOf("x.yaml", text));
  expect(performance.now() - start).toBeLessThan(4_000);
});
