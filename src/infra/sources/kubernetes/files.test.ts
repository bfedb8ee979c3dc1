import { expect, test } from "vitest";
import { indexLines } from "../../../core/index.ts";
import { plainValue } from "../../testing/plain.ts";
import type { Document } from "../../value.ts";
import { isBesideManifests, readKubernetesFiles } from "./files.ts";

function documentsOf(files: Readonly<Record<string, string>>): readonly Document[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    kind: "yaml",
    text,
    lines: indexLines(text),
  }));
}

const pod = (name: string, image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: c, image: ${image}}]}\n`;

test("templates have the values of their own chart, those of charts within it included", () => {
  const { resources, problems } = readKubernetesFiles(
    documentsOf({
      "a/values.yaml": "image: one\n",
      "a/templates/deep/pod.yaml": pod("x", "{{ .Values.image }}"),
      "a/charts/b/values.yaml": "image: two\n",
      "a/charts/b/templates/pod.yaml": pod("y", "{{ .Values.image }}"),
      "c/templates/pod.yaml": pod("z", "{{ .Values.image }}"),
      "a/Chart.yaml": "apiVersion: v2\nname: a\nkind: x\n",
    }),
  );
  expect(problems).toEqual([]);
  const images = resources
    .filter(({ type }) => type === "/Pod")
    .map(({ address, scope, body }) => {
      const spec = plainValue(body.entries.get("spec")) as { containers: { image: unknown }[] };
      return [address, scope, spec.containers[0]!.image];
    });
  expect(images).toEqual([
    ["Pod/x", "a", "one"],
    ["Pod/y", "a/charts/b", "two"],
    ["Pod/z", "c", { $unknown: "Helm value .Values.image has no default" }],
  ]);
});

test.each([
  ["chart/values.yaml", true],
  ["values-prod.yml", true],
  ["overlays/kustomization.yaml", true],
  ["values.json", false],
  ["my-values.yaml", false],
])("%s is beside manifests: %s", (path, wanted) => {
  expect(isBesideManifests(path)).toBe(wanted);
});
