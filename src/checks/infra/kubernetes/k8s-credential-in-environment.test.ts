import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sCredentialInEnvironment } from "./k8s-credential-in-environment.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sCredentialInEnvironment, {
  fail: [
    manifest(podOf("a", "env: [{name: DB_PASSWORD, value: minioadmin}]")),
    manifest(podOf("a", "env: [{name: POSTGRES_PASSWORD, value: mlflow}]")),
    manifest(podOf("a", "env: [{name: WEBHOOK_SECRET, value: opensesame}]")),
  ],
  pass: [
    manifest(
      podOf("a", "env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: x, key: y}}}]"),
    ),
    manifest(podOf("a", "env: [{name: DB_PASSWORD, value: /run/secrets/db}]")),
    manifest(podOf("a", "env: [{name: DB_PASSWORD, value: changeme}]")),
    template(podOf("a", "env: [{name: DB_PASSWORD, value: '{{ .Values.x }}'}]")),
  ],
  silent: [
    manifest(podOf("a", "env: [{name: MODE, value: fast}]")),
    manifest(podOf("a", "env: [{name: TOKENIZER_PATH, value: abc}]")),
  ],
});
