import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sImageNoDigest } from "./k8s-image-no-digest.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sImageNoDigest, {
  fail: [manifest(podOf("a:1")), manifest(podOf("a"))],
  pass: [
    manifest(podOf("a:1@sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1")),
  ],
  unknown: [template(podOf("a:{{ .Values.x }}"))],
});
