// From a workspace to its computes and back.
import { must, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import type { Item } from "../../../infra/type.ts";
import { mlCompute, mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import type { Place } from "../../../infra/value.ts";
import { isLive, isSameId, itemOfId, lower, parentOf } from "./answers.ts";
import { linkOf } from "./workspace-storage.ts";

type Compute = Item<typeof mlCompute.facts>;
type Workspace = Item<typeof mlWorkspace.facts>;

/** True for machines that the service makes; clusters that are only attached are somebody else's. */
export function isManaged({ facts, resource }: Compute): boolean {
  if (resource.dialect === "terraform") return true;
  return /^(?:computeinstance|amlcompute)$/.test(lower(facts.computeType));
}

/** All computes of a workspace are known, and stand in a subnet. */
export function allInSubnets(workspace: Workspace, cloud: Cloud): boolean {
  const own = isLive(workspace.resource)
    ? cloud
        .all(mlCompute)
        .filter(({ resource }) => isSameId(parentOf(resource), workspace.resource.address))
    : cloud.pointingAt(workspace, { type: mlCompute, fact: "workspace" }).items;
  const managed = own.filter(isManaged);
  return (
    managed.length > 0 &&
    managed.every(({ facts: { subnet } }) => subnet.kind === "known" || subnet.kind === "set")
  );
}

function isolated({ facts }: Workspace): Answer {
  return must(facts.isolation, (mode) => mode.toLowerCase() !== "disabled");
}

/** Whether the workspace of this id keeps what runs in it in a network of its own. */
export function isolationOf(
  id: string,
  { cloud, at }: { readonly cloud: Cloud; readonly at: Place },
): Answer {
  const workspace = itemOfId(mlWorkspace, { id, cloud });
  return workspace === undefined
    ? unknown(at, "the workspace is not described here")
    : isolated(workspace);
}

/** Whether the workspace of a compute keeps it in a network. */
export function networkOfWorkspace({ facts, resource }: Compute, cloud: Cloud): Answer {
  if (isLive(resource)) return isolationOf(parentOf(resource), { cloud, at: resource.at });
  const found = cloud.find(mlWorkspace, linkOf(facts.workspace), resource);
  if (found.kind === "found") return isolated(found.item);
  // A workspace that is made elsewhere does not speak for its compute.
  return { kind: "fail", at: resource.at };
}
