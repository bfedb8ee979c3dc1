import { expect, test } from "vitest";
import { entry, scalar } from "../../../../formats/setting/tree.ts";
import { treesOfTemplate } from "./trees.ts";

test("actions are texts, at their places", () => {
  const text = `kind: Pod
spec:
  {{- if .Values.a }}
  image: "{{ .Values.image }}:latest"
  {{- end }}
  {{- toYaml .Values.more | nindent 2 }}
`;
  const { roots, problems } = treesOfTemplate("a.yaml", text);
  expect(problems).toEqual([]);
  const image = scalar(entry(entry(roots[0], "spec"), "image"))!;
  expect(image.value).toBe("{{ .Values.image }}:latest");
  const { start, end } = image.place(image.value.indexOf("latest"), image.value.length);
  expect(text.slice(start, end)).toBe("latest");
});

test("what cannot be read is one problem", () => {
  const text = "a: {{ .Values.x }}}}: [\n  - {{ if\n".repeat(30);
  expect(treesOfTemplate("a.yaml", text).problems.length).toBeLessThan(2);
});
