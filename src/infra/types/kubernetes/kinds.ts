import type { Resource } from "../../resource.ts";
import { holdsContainers } from "./pods.ts";
import { defineType, flag, list, text, texts, value } from "../../type.ts";

/** Kinds that speak of the pods of others, or only of how they are written. */
const aboutPods =
  /^(?:helm\.sh|apiextensions\.k8s\.io|admissionregistration\.k8s\.io|[\w.-]*kyverno\.io|[\w.-]*gatekeeper\.sh|policy\.sigstore\.dev|metrics\.k8s\.io)\//;

/** Operators are more than any list of them: what has containers starts them. */
function holdsPods({ dialect, type, body }: Resource): boolean {
  return dialect === "kubernetes" && !aboutPods.test(type) && holdsContainers(body);
}

/** Everything that starts pods, operators of machine learning included. */
export const workload = defineType({
  label: "workload of Kubernetes",
  names: {
    kubernetes: [
      "/Pod",
      "/PodTemplate",
      "/ReplicationController",
      "apps/Deployment",
      "apps/StatefulSet",
      "apps/DaemonSet",
      "apps/ReplicaSet",
      "batch/Job",
      "batch/CronJob",
      "serving.knative.dev/Service",
      "serving.kserve.io/InferenceService",
      "serving.kserve.io/ServingRuntime",
      "serving.kserve.io/ClusterServingRuntime",
      "serving.kserve.io/LLMInferenceService",
      "machinelearning.seldon.io/SeldonDeployment",
      "mlops.seldon.io/ServerConfig",
      "kubeflow.org/Notebook",
      "kubeflow.org/PyTorchJob",
      "kubeflow.org/TFJob",
      "kubeflow.org/MPIJob",
      "kubeflow.org/XGBoostJob",
      "kubeflow.org/PaddleJob",
      "kubeflow.org/JAXJob",
      "trainer.kubeflow.org/TrainingRuntime",
      "trainer.kubeflow.org/ClusterTrainingRuntime",
      "kubeflow.org/Experiment",
      "ray.io/RayCluster",
      "ray.io/RayJob",
      "ray.io/RayService",
      "argoproj.io/Workflow",
      "argoproj.io/WorkflowTemplate",
      "argoproj.io/ClusterWorkflowTemplate",
      "argoproj.io/CronWorkflow",
      "argoproj.io/Rollout",
      "leaderworkerset.x-k8s.io/LeaderWorkerSet",
      "jobset.x-k8s.io/JobSet",
      "batch.volcano.sh/Job",
      "tekton.dev/Task",
    ],
  },
  byForm: holdsPods,
  facts: {},
});

/** Pipelines of Argo, on which Kubeflow Pipelines runs. */
export const workflow = defineType({
  label: "workflow of Argo",
  names: {
    kubernetes: [
      "argoproj.io/Workflow",
      "argoproj.io/WorkflowTemplate",
      "argoproj.io/ClusterWorkflowTemplate",
      "argoproj.io/CronWorkflow",
    ],
  },
  facts: {
    account: text("spec.serviceAccountName", {
      kubernetes: ["spec.serviceAccountName", "spec.workflowSpec.serviceAccountName"],
    }),
    template: value("spec.workflowTemplateRef", {
      kubernetes: ["spec.workflowTemplateRef", "spec.workflowSpec.workflowTemplateRef"],
    }),
  },
});

/** A claim for storage, and the volume that it is bound to. */
export const volumeClaim = defineType({
  label: "claim for a volume",
  names: { kubernetes: "/PersistentVolumeClaim" },
  facts: { volume: text("spec.volumeName") },
});

export const persistentVolume = defineType({
  label: "persistent volume",
  names: { kubernetes: "/PersistentVolume" },
  facts: {
    hostPath: value("spec.hostPath"),
    claim: text("spec.claimRef.name"),
    claimNamespace: text("spec.claimRef.namespace"),
  },
});

export const service = defineType({
  label: "service of Kubernetes",
  names: { kubernetes: "/Service" },
  facts: {
    type: text("spec.type", { absent: "ClusterIP" }),
    selector: value("spec.selector"),
    ports: list("spec.ports"),
    sourceRanges: list("spec.loadBalancerSourceRanges"),
    annotations: value("metadata.annotations"),
  },
});

export const ingress = defineType({
  label: "ingress of Kubernetes",
  names: { kubernetes: ["networking.k8s.io/Ingress", "extensions/Ingress"] },
  facts: {
    rules: list("spec.rules"),
    fallback: value("spec.defaultBackend"),
    annotations: value("metadata.annotations"),
  },
});

export const networkPolicy = defineType({
  label: "network policy",
  names: {
    kubernetes: [
      "networking.k8s.io/NetworkPolicy",
      "cilium.io/CiliumNetworkPolicy",
      "cilium.io/CiliumClusterwideNetworkPolicy",
      "projectcalico.org/NetworkPolicy",
      "projectcalico.org/GlobalNetworkPolicy",
      "crd.projectcalico.org/NetworkPolicy",
      "crd.projectcalico.org/GlobalNetworkPolicy",
    ],
  },
  facts: {},
});

export const serviceAccount = defineType({
  label: "service account",
  names: { kubernetes: "/ServiceAccount" },
  facts: { automount: flag("automountServiceAccountToken", { absent: true }) },
});

export const role = defineType({
  label: "role",
  names: {
    kubernetes: ["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole"],
  },
  facts: { rules: list("rules") },
});

export const roleBinding = defineType({
  label: "role binding",
  names: {
    kubernetes: [
      "rbac.authorization.k8s.io/RoleBinding",
      "rbac.authorization.k8s.io/ClusterRoleBinding",
    ],
  },
  facts: {
    roleKind: text("roleRef.kind"),
    roleName: text("roleRef.name"),
    subjects: list("subjects"),
  },
});

/** What takes a model from an address: KServe and Seldon. */
export const modelServer = defineType({
  label: "served model",
  names: {
    kubernetes: [
      "serving.kserve.io/InferenceService",
      "serving.kserve.io/TrainedModel",
      "serving.kserve.io/LLMInferenceService",
      "serving.kserve.io/LocalModelCache",
      "machinelearning.seldon.io/SeldonDeployment",
      "mlops.seldon.io/Model",
    ],
  },
  facts: {},
});

export const rayCluster = defineType({
  label: "cluster of Ray",
  names: { kubernetes: ["ray.io/RayCluster", "ray.io/RayJob", "ray.io/RayService"] },
  facts: {
    head: value("spec.headGroupSpec", {
      kubernetes: [
        "spec.headGroupSpec",
        "spec.rayClusterSpec.headGroupSpec",
        "spec.rayClusterConfig.headGroupSpec",
      ],
    }),
  },
});

/** Where settings of programs are kept. */
export const configuration = defineType({
  label: "configuration",
  names: {
    kubernetes: ["/ConfigMap", "/Secret", "helm.toolkit.fluxcd.io/HelmRelease", "helm.sh/Values"],
  },
  facts: {},
});

/** What is meant to be secret. */
export const secret = defineType({
  label: "secret",
  names: { kubernetes: "/Secret" },
  facts: {},
});

/** What keeps images out that nobody has signed. */
export const imagePolicy = defineType({
  label: "policy for images",
  names: {
    kubernetes: [
      "policy.sigstore.dev/ClusterImagePolicy",
      "kyverno.io/ClusterPolicy",
      "kyverno.io/Policy",
      "policies.kyverno.io/ImageValidatingPolicy",
    ],
  },
  facts: { rules: list("spec.rules"), names: texts("metadata.name") },
});
