import type { Severity } from "../../../core/index.ts";
import { must, type Answer } from "../../../infra/answer.ts";
import { asFlag, asText, valueOf, walk } from "../../../infra/fact.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { perCloud } from "../../../infra/per-cloud.ts";
import type { Resource } from "../../../infra/resource.ts";
import type { Item } from "../../../infra/type.ts";
import { persistentVolume, volumeClaim, workload } from "../../../infra/types/kubernetes/kinds.ts";
import { factIn, isNodeAgent, type Pod } from "../../../infra/types/kubernetes/pods.ts";
import { defineInfraCheck } from "../define.ts";
import { overPods } from "./containers.ts";

const socket =
  /^(?:\/var)?\/run\/(?:docker|containerd\/containerd|k3s\/containerd\/containerd|podman\/podman|crio\/crio|cri-dockerd)\.sock$/;
const system =
  /^\/(?:etc|root|boot|proc|sys|dev|home|bin|sbin|usr|lib(?:64)?|var(?:\/(?:lib(?:\/(?:kubelet|docker|containerd|etcd|rancher)\b.*)?|run|log)?)?|run)?\/?$|^\/etc\/kubernetes\b/;
/** Devices, shared memory and the sockets of device plugins, which manuals tell to mount. */
const harmless =
  /^\/var\/lib\/kubelet\/device-plugins(?:\/|$)|^\/dev\/(?:shm|nvidia\S*|dri|kfd|infiniband|hugepages)(?:\/|$)/;

/** True where every container that mounts a volume can only read it. */
function isReadOnly({ containers }: Pod, name: string | undefined): boolean {
  if (name === undefined) return false;
  const mounts = containers.flatMap(({ body }) => {
    const list = walk(body, ["volumeMounts"]);
    return list?.kind === "list"
      ? list.items.filter((each) => textOf(walk(each, ["name"])) === name)
      : [];
  });
  return (
    mounts.length > 0 &&
    mounts.every((mount) => {
      const fact = factIn(asFlag, mount, { path: "readOnly", at: mount.at });
      return fact.kind === "known" && fact.value;
    })
  );
}

function weigh(path: string, pod: Pod, name: string | undefined): Severity | undefined {
  if (socket.test(path)) return "high";
  if (harmless.test(path)) return undefined;
  const isSystem = path === "/" || system.test(path);
  if (isNodeAgent(pod.resource)) return isSystem && !isReadOnly(pod, name) ? "medium" : "low";
  if (isSystem) return isReadOnly(pod, name) ? "medium" : "high";
  return "low";
}

function nameOf({ resource }: Item): string | undefined {
  return textOf(walk(resource.body, ["metadata", "name"]));
}

function namespaceOf({ body }: Resource): string {
  return textOf(walk(body, ["metadata", "namespace"])) ?? "default";
}

/** Directories of the node by the claim that comes to them: one is bound to the other, either way. */
const claimedPaths = perCloud((cloud): ReadonlyMap<string, Value> => {
  const byVolume = new Map<string, Value>();
  const found = new Map<string, Value>();
  for (const volume of cloud.all(persistentVolume)) {
    const { hostPath, claim, claimNamespace } = volume.facts;
    const path = valueOf(hostPath);
    if (path === undefined) continue;
    byVolume.set(nameOf(volume) ?? "", path);
    const claimed = valueOf(claim);
    if (claimed !== undefined)
      found.set(`${valueOf(claimNamespace) ?? "default"}/${claimed}`, path);
  }
  for (const claim of cloud.all(volumeClaim)) {
    const path = byVolume.get(valueOf(claim.facts.volume) ?? "");
    if (path !== undefined) found.set(`${namespaceOf(claim.resource)}/${nameOf(claim)}`, path);
  }
  return found;
});

function hostPathOfClaim(cloud: Cloud, pod: Pod, volume: Value): Value | undefined {
  const claimed = textOf(walk(volume, ["persistentVolumeClaim", "claimName"]));
  return claimedPaths(cloud).get(`${namespaceOf(pod.resource)}/${claimed}`);
}

function judgeVolume(cloud: Cloud, pod: Pod, volume: Value): Answer | undefined {
  const host = walk(volume, ["hostPath"]) ?? hostPathOfClaim(cloud, pod, volume);
  if (host === undefined) return undefined;
  const path = factIn(asText, host, { path: "path", at: host.at });
  if (path.kind !== "known") return must(path, () => true, { absent: true });
  const plain = path.value.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const severity = weigh(plain, pod, textOf(walk(volume, ["name"])));
  const message = socket.test(plain)
    ? `Whoever has \`${plain}\` starts containers with the rights of the node`
    : `The pod has \`${plain}\` of its node`;
  return must(path, () => severity === undefined, { message, severity });
}

export const k8sHostPath = defineInfraCheck({
  meta: {
    id: "k8s-host-path",
    code: "PV-K8S-002",
    title: "A pod has files of its node",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_K8S_27", "KSV-0006", "KSV-0023", "CIS-K8S-1.10.0:5.2.12"],
    controls: ["CWE-653", "CWE-668", "OWASP-ASI03:2026"],
    why: "Files of the node lead out of the container: the engine's socket, keys of the kubelet, models of other teams.",
    mend: "Keep models and data in a persistent volume claim, and give node files only to what manages nodes.",
    mends: {
      kubernetes: "volumes:\n  - name: models\n    persistentVolumeClaim:\n      claimName: models",
    },
    blind: "What a policy of the cluster forbids anyway.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: build}\nspec:\n  containers: [{name: build, image: acme/build}]\n  volumes:\n    - name: engine\n      hostPath: {path: /var/run/docker.sock}\n",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: build}\nspec:\n  containers: [{name: build, image: acme/build}]\n  volumes:\n    - name: cache\n      emptyDir: {}\n",
        },
      ],
    },
  },
  on: workload,
  judge: (it, cloud) =>
    overPods(it, (pod) => {
      const volumes = pod.spec.entries.get("volumes");
      if (volumes?.kind === "unknown")
        return [{ kind: "unknown", at: volumes.at, cause: volumes.cause }];
      if (volumes?.kind !== "list") return [{ kind: "pass" }];
      const answers = volumes.items.flatMap((volume) => judgeVolume(cloud, pod, volume) ?? []);
      return answers.length > 0 ? answers : [{ kind: "pass" }];
    }),
});
