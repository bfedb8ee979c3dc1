import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sModelStoragePlainHttp } from "./k8s-model-storage-plain-http.ts";
import { kind, manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sModelStoragePlainHttp, {
  fail: [
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'http://models.acme.io/m'}}}",
      ),
    ),
    manifest(
      kind(
        "machinelearning.seldon.io/v1/SeldonDeployment",
        "spec: {predictors: [{graph: {modelUri: 'http://models.acme.io/m'}}]}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1alpha1/TrainedModel",
        "spec: {model: {storageUri: 'http://models.acme.io/m'}}",
      ),
    ),
  ],
  pass: [
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {sklearn: {storageUri: 'http://minio.storage.svc/m'}}}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 's3://m/1'}}}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'https://acme.io/m'}}}",
      ),
    ),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 'pvc://m/1'}}}",
      ),
    ),
    template(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 's3://{{ .Values.x }}'}}}",
      ),
    ),
  ],
  unknown: [
    template(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: '{{ .Values.x }}'}}}",
      ),
    ),
  ],
  silent: [
    manifest(podOf("a")),
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {containers: [{name: c, image: a}]}}",
      ),
    ),
  ],
});
