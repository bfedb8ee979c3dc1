import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sRayOpen } from "./k8s-ray-open.ts";
import { kind, manifest, template } from "./testing/manifests.ts";

infraCases(k8sRayOpen, {
  fail: [
    manifest(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {headGroupSpec: {template: {spec: {containers: [{name: c, image: 'rayproject/ray:2.52.0'}]}}}}",
      ),
    ),
    manifest(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {headGroupSpec: {serviceType: LoadBalancer, template: {spec: {containers: [{name: c, image: 'rayproject/ray:2.52.0'}]}}}}",
      ),
    ),
    manifest(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {headGroupSpec: {serviceType: NodePort, template: {spec: {containers: [{name: c, image: 'rayproject/ray:2.52.0'}]}}}}",
      ),
    ),
    manifest(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {authOptions: {mode: disabled}, headGroupSpec: {template: {spec: {containers: [{name: c, image: 'rayproject/ray:2.52.0'}]}}}}",
      ),
    ),
  ],
  pass: [
    manifest(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {authOptions: {mode: token}, headGroupSpec: {template: {spec: {containers: [{name: c, image: 'rayproject/ray:2.52.0'}]}}}}",
      ),
    ),
    manifest(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {headGroupSpec: {template: {spec: {containers: [{name: c, image: 'rayproject/ray:2.52.0', env: [{name: RAY_AUTH_MODE, value: token}]}]}}}}",
      ),
    ),
  ],
  unknown: [
    template(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {authOptions: {mode: '{{ .Values.x }}'}, headGroupSpec: {template: {spec: {containers: []}}}}",
      ),
    ),
  ],
  silent: [manifest(kind("ray.io/v1/RayJob", "spec: {clusterSelector: {a: b}}"))],
});
