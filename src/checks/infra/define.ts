import type { CheckMeta, FindingDetails, LineIndex, MendTarget, Step } from "../../core/index.ts";
import { redact } from "../../detect/redact.ts";
import type { Answer, Waypoint } from "../../infra/answer.ts";
import type { Cloud } from "../../infra/cloud.ts";
import type { Dialect, Resource } from "../../infra/resource.ts";
import type { CloudType, FactSpecs, Item } from "../../infra/type.ts";
import { defineCheck, type CheckOf } from "../define.ts";

/** What checks of infrastructure read: all resources of a source, as one. */
export interface InfraView {
  readonly cloud: Cloud;
  /** Told of every answer, also of those that are no finding. */
  readonly answer: (resource: Resource, answer: Answer) => void;
  /** The text of the only document, where there is one; places count in their own documents. */
  readonly text: string;
  readonly lines: LineIndex;
}

/** A check of one kind of resource. */
interface InfraCheck<S extends FactSpecs> {
  readonly meta: Omit<CheckMeta, "asset">;
  readonly on: CloudType<S> | readonly CloudType<S>[];
  /** Judges one resource; several answers where several things are judged apart. */
  readonly judge: (it: Item<S>, cloud: Cloud) => Answer | readonly Answer[] | undefined;
}

const targets: Readonly<Record<Dialect, MendTarget>> = {
  terraform: "terraform",
  cloudformation: "cloudformation",
  kubernetes: "kubernetes",
  aws: "aws",
  gcp: "gcloud",
  azure: "az",
};

/**
 * The last word of an address without the number or key of an instance. Dots part the words of
 * Terraform; those in the name of a bucket or a service account do not.
 */
function nameOf({ address, dialect }: Resource): string {
  const whole = address.replace(/\[[^\]]*\]$/, "");
  const last = dialect === "terraform" ? /[^:/.]+$/ : /[^:/]+$/;
  return last.exec(whole)?.[0] ?? address;
}

function filled(code: string, resource: Resource): string {
  const { address, region, account } = resource;
  const known: Readonly<Record<string, string | undefined>> = {
    name: nameOf(resource),
    id: address,
    region,
    account,
  };
  return code.replaceAll(
    /\{(name|id|region|account)\}/g,
    (whole, key: string) => known[key] ?? whole,
  );
}

function stepOf({ at, message, thing }: Waypoint): Step {
  const { lines, path } = at.document;
  const line = lines.lineAt(at.start);
  return {
    location: { path, line, column: lines.columnAt(at.start) },
    message,
    evidence: redact(lines.lineText(line).trim()),
    ...(thing !== undefined && { thing }),
  };
}

function detailsOf(
  meta: Omit<CheckMeta, "asset">,
  resource: Resource,
  answer: Extract<Answer, { kind: "fail" }>,
): FindingDetails {
  const into = targets[resource.dialect];
  // What azapi writes in Terraform has no id that a command line could take.
  const isWritten = into === "az" && !resource.address.startsWith("/");
  const code = isWritten ? undefined : meta.mends?.[into];
  const { message, severity, secret, way } = answer;
  return {
    resource: resource.address,
    ...(message !== undefined && { message }),
    ...(severity !== undefined && { severity }),
    ...(secret !== undefined && { secret }),
    ...(way !== undefined && { steps: way.map(stepOf) }),
    ...(code !== undefined && { paste: { into, code: filled(code, resource) } }),
    extent: answer.at,
  };
}

/**
 * A check of infrastructure: asks each resource of a type, and what it answers is kept beside what it
 * finds. Undefined is for resources that the check has nothing to say about.
 */
export function defineInfraCheck<S extends FactSpecs>({
  meta,
  on,
  judge,
}: InfraCheck<S>): CheckOf<"infra"> {
  const types = Array.isArray(on) ? (on as readonly CloudType<S>[]) : [on as CloudType<S>];
  return defineCheck({
    meta: { ...meta, asset: "infra" },
    run: ({ cloud, answer: tell }, report) => {
      for (const it of types.flatMap((type) => cloud.all(type))) {
        const given = judge(it, cloud);
        if (given === undefined) continue;
        const answers: readonly Answer[] = Array.isArray(given) ? given : [given as Answer];
        for (const answer of answers) {
          tell(it.resource, answer);
          if (answer.kind === "fail" && answer.isToldElsewhere !== true)
            report(answer.at, detailsOf(meta, it.resource, answer));
        }
      }
    },
  });
}
