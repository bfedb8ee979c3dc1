import type { MapValue, Place } from "./value.ts";

/** Whose names a resource uses for its type and its attributes. */
export const dialects = [
  "terraform",
  "cloudformation",
  "kubernetes",
  "aws",
  "gcp",
  "azure",
] as const;
/**
 * `terraform`: types and attributes of the providers, blocks as lists of maps.
 * `cloudformation`: `AWS::S3::Bucket` with its Properties.
 * `kubernetes`: `group/Kind` (`apps/Deployment`; the core group is empty: `/Pod`), the whole manifest.
 * `aws`: live; types and attributes of CloudFormation, filled from what the APIs answer.
 * `gcp`: live; types of Cloud Asset (`aiplatform.googleapis.com/Endpoint`), the REST resource.
 * `azure`: live; types of Azure Resource Manager, the REST resource.
 */
export type Dialect = (typeof dialects)[number];

/** One thing in a cloud, as its source tells it. */
export interface Resource {
  readonly dialect: Dialect;
  /** As the dialect names it: `aws_s3_bucket`, `AWS::S3::Bucket`, `apps/Deployment`. */
  readonly type: string;
  /**
   * Names it within its source: `module.lake.aws_s3_bucket.data["raw"]`, a logical id, `namespace/name`,
   * an ARN, a full resource name.
   */
  readonly address: string;
  readonly body: MapValue;
  /** What to show for the resource as a whole: the head of its block, its logical id, its name. */
  readonly at: Place;
  /** All of it, from its head to its end, where that is more than `body` has: comments in it count. */
  readonly extent?: Place;
  /** True for what is only looked up (`data` of Terraform): it is not made here. */
  readonly isData?: boolean;
  /** Within which names mean the same: a stack, a module call, an account and region. */
  readonly scope?: string;
  /** Account, project or subscription, where it is known. */
  readonly account?: string;
  /** Region or location, where it is known. */
  readonly region?: string;
  /** Why it may not be made at all: a `count` or condition that cannot be decided. */
  readonly uncertain?: string;
}

/** What a source made of its documents. */
export interface SourceReading {
  readonly resources: readonly Resource[];
  /** What could not be read, for people: a module that is not there, a limit that was hit. */
  readonly problems: readonly SourceProblem[];
}

/** Something that kept a source from being read wholly. */
export interface SourceProblem {
  readonly message: string;
  /** What a file refers to and that is not here, such as the source of a module; else it is a limit. */
  readonly absent?: string;
  readonly at?: Place;
}
