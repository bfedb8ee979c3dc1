import { expect, test } from "vitest";
import { runInfraCheck } from "../../../testing/infra-cases.ts";
import { k8sHostNamespaces } from "./k8s-host-namespaces.ts";
import { manifest, podOf, template, type ManifestCase } from "./testing/manifests.ts";

/** What is said of processes, memory and network, in this order. */
function answers(item: ManifestCase): readonly string[] {
  return runInfraCheck(k8sHostNamespaces, [item]).answers.map(({ answer }) => answer.kind);
}

test.each([
  ["", ["pass", "pass", "pass"]],
  ["hostPID: true", ["fail", "pass", "pass"]],
  ["hostIPC: true", ["pass", "fail", "pass"]],
  ["hostNetwork: true", ["pass", "pass", "fail"]],
  ["hostNetwork: false, hostPID: false", ["pass", "pass", "pass"]],
])("each is judged by itself: %s", (spec, wanted) => {
  expect(answers(manifest(podOf("a", "", spec)))).toEqual(wanted);
});

test("what Helm decides is not known", () => {
  expect(answers(template(podOf("a", "", "hostIPC: {{ .Values.x }}")))).toEqual([
    "pass",
    "unknown",
    "pass",
  ]);
});
