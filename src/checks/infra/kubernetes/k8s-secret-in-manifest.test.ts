import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sSecretInManifest } from "./k8s-secret-in-manifest.ts";
import { kind, manifest, template } from "./testing/manifests.ts";

infraCases(k8sSecretInManifest, {
  fail: [
    manifest(kind("v1/Secret", "stringData: {password: minioadmin}")),
    // "opensesame"
    manifest(kind("v1/Secret", "data: {WEBHOOK_SECRET: b3BlbnNlc2FtZQ==}")),
  ],
  pass: [
    manifest(kind("v1/Secret", "stringData: {password: ''}")),
    manifest(kind("v1/Secret", "stringData: {password: 'ENC[AES256_GCM,data:x]'}")),
    manifest(kind("v1/Secret", "stringData: {password: changeme}")),
    template(kind("v1/Secret", "stringData: {password: '{{ .Values.x }}'}")),
    template(kind("v1/Secret", "data:\n  password: {{ .Values.x | b64enc }}")),
  ],
  silent: [
    manifest(kind("v1/Secret", "stringData: {username: admin}")),
    manifest(kind("v1/Secret", "type: Opaque")),
    manifest(kind("v1/ConfigMap", "data: {password: minioadmin}")),
  ],
});
