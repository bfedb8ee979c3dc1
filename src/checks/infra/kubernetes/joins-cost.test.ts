import { expect, test } from "vitest";
import { readInfra } from "../../../infra/read.ts";
import { indexLines } from "../../../core/index.ts";
import { buildCloud } from "../../../infra/cloud.ts";
import { ingress, service } from "../../../infra/types/kubernetes/kinds.ts";
import { serversBehind } from "./exposure.ts";
import { k8sModelIngressOpen } from "./k8s-model-ingress-open.ts";
import type { InfraView } from "../define.ts";

const many = 250;

function times(make: (number: number) => string): string {
  return Array.from({ length: many }, (_, number) => make(number)).join("---\n");
}

/** Everything leads to everything: pods with one label, services of one name, ingresses to it. */
const text = [
  times(
    (n) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p${n}, labels: {app: x}}\nspec: {containers: [{name: c, image: vllm/vllm-openai}]}\n`,
  ),
  times(
    () =>
      "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {app: x}, ports: [{port: 8000}]}\n",
  ),
  times(
    (n) =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i${n}}\nspec: {defaultBackend: {service: {name: s, port: {number: 8000}}}}\n`,
  ),
].join("---\n");

test("answers do not multiply where everything leads to everything", () => {
  const document = { path: "a.yaml", kind: "yaml", text, lines: indexLines(text) } as const;
  const cloud = buildCloud(readInfra([document]).resources);
  expect(cloud.all(ingress)).toHaveLength(many);
  for (const { resource } of cloud.all(service))
    expect(serversBehind(cloud, resource).open.length).toBeLessThanOrEqual(10);
  let answers = 0;
  const view: Pick<InfraView, "cloud" | "answer"> = { cloud, answer: () => answers++ };
  (k8sModelIngressOpen.run as (view: unknown, report: unknown) => void)(view, () => undefined);
  expect(answers).toBeGreaterThan(0);
  expect(answers).toBeLessThanOrEqual(50 * many);
});
