import { unknown, type Answer } from "../../../infra/answer.ts";
import type { Item } from "../../../infra/type.ts";
import { podsOf, type Container, type Pod } from "../../../infra/types/kubernetes/pods.ts";

/** Judges every container of a workload; one that may not be there fails for no certainty. */
export function overContainers(
  { resource }: Pick<Item, "resource">,
  judge: (container: Container) => Answer | readonly Answer[] | undefined,
): readonly Answer[] {
  const answers: Answer[] = [];
  for (const pod of podsOf(resource)) {
    for (const container of pod.containers) {
      const given = judge(container) ?? [];
      for (const answer of [given].flat() as readonly Answer[]) {
        const { uncertain } = container;
        const isSure = uncertain === undefined || answer.kind !== "fail";
        answers.push(isSure ? answer : unknown(answer.at, uncertain));
      }
    }
    if (pod.open !== undefined) answers.push(unknown(resource.at, pod.open));
  }
  return answers;
}

/** Judges every pod of a workload. */
export function overPods(
  { resource }: Pick<Item, "resource">,
  judge: (pod: Pod) => Answer | readonly Answer[] | undefined,
): readonly Answer[] {
  return podsOf(resource).flatMap((pod) => judge(pod) ?? []);
}
