import type { Location } from "./location.ts";

/** What an asset of machine learning can be; reports list them in this order. */
export const inventoryKinds = [
  "model",
  "custom-model",
  "endpoint",
  "agent",
  "guardrail",
  "knowledge-base",
  "index",
  "notebook",
  "workspace",
  "job",
  "pipeline",
  "cluster",
  "feature-store",
  "dataset",
  "registry",
  "tracking",
  "service",
  "bucket",
] as const;
export type InventoryKind = (typeof inventoryKinds)[number];

/** An asset of machine learning that infrastructure tells of. */
export interface InventoryEntry {
  readonly kind: InventoryKind;
  /** As its source names it: `aws_sagemaker_model`, `AWS::SageMaker::Model`. */
  readonly type: string;
  /** Address within its source. */
  readonly resource: string;
  /** What people call it. */
  readonly name: string;
  readonly location: Location;
  /** Account, project or subscription. */
  readonly account?: string;
  readonly region?: string;
  /** Addresses of what it refers to, as far as that is described here. */
  readonly uses?: readonly string[];
}
