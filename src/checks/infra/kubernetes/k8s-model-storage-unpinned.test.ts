import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sModelStorageUnpinned } from "./k8s-model-storage-unpinned.ts";
import { kind, manifest, template } from "./testing/manifests.ts";

infraCases(k8sModelStorageUnpinned, {
  fail: [
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'hf://acme/m'}}}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'hf://acme/m:main'}}}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'oci://acme.io/m:1'}}}",
      ),
    ),
  ],
  pass: [
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 's3://m/1'}}}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'hf://acme/m:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1'}}}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'oci://acme.io/m@sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1'}}}",
      ),
    ),
  ],
  unknown: [
    template(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'hf://{{ .Values.x }}'}}}",
      ),
    ),
  ],
});
