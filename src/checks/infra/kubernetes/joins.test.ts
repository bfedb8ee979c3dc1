import { expect, test } from "vitest";
import { runInfraCheck } from "../../../testing/infra-cases.ts";
import { k8sModelServerExposed } from "./k8s-model-server-exposed.ts";
import { k8sNoNetworkPolicy } from "./k8s-no-network-policy.ts";

const service = `apiVersion: v1
kind: Service
metadata:
  name: {{ include "llm.fullname" . }}
spec:
  type: {{ .Values.service.type }}
  selector:
    {{- include "llm.selectorLabels" . | nindent 4 }}
    app.kubernetes.io/component: server
  ports: [{port: 80}]
`;
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "llm.fullname" . }}
spec:
  template:
    metadata:
      labels:
        {{- include "llm.selectorLabels" . | nindent 8 }}
        app.kubernetes.io/component: server
    spec:
      containers:
        - name: llm
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
`;
const values = "service: {type: LoadBalancer}\nimage: {repository: ollama/ollama, tag: '1'}\n";

function chart(name: string, ...templates: readonly [string, string][]) {
  return [
    { path: `${name}/values.yaml`, text: values },
    ...templates.map(([file, text]) => ({ path: `${name}/templates/${file}.yaml`, text })),
  ];
}

test("services and pods of a chart are joined by what Helm writes into both", () => {
  const files = chart("one", ["service", service], ["deployment", deployment]);
  const { findings } = runInfraCheck(k8sModelServerExposed, files);
  expect(findings.map(({ at, details }) => [at.document.path, details.message])).toEqual([
    ["one/values.yaml", "Anybody on the internet can use Ollama, which asks for no login"],
  ]);
});

test("those of two charts are not, though their templates have the same names", () => {
  const files = [
    ...chart("one", ["service", service]),
    ...chart("two", ["deployment", deployment]),
  ];
  expect(runInfraCheck(k8sModelServerExposed, files).answers).toEqual([]);
});

test("a policy of the same namespace counts wherever it is written", () => {
  const policy =
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}}\n";
  const files = chart("one", ["deployment", deployment]);
  const outcomes = (more: readonly { path: string; text: string }[]) =>
    runInfraCheck(k8sNoNetworkPolicy, [...files, ...more]).answers.map(({ answer }) => answer.kind);
  expect(outcomes([])).toEqual(["fail"]);
  expect(outcomes([{ path: "policy.yaml", text: policy }])).toEqual(["pass"]);
});
