import type { Table } from "../table.ts";
import { aroundTables } from "./around.ts";
import { agentTables } from "./bedrock-agents.ts";
import { bedrockTables } from "./bedrock.ts";
import { ec2Tables } from "./ec2.ts";
import { iamTables } from "./iam.ts";
import { kmsTables } from "./kms.ts";
import { s3ControlTables } from "./s3-control.ts";
import { s3Tables } from "./s3.ts";
import { jobTables } from "./sagemaker-jobs.ts";
import { modelTables } from "./sagemaker-models.ts";
import { studioTables } from "./sagemaker-studio.ts";
import { serviceTables } from "./services.ts";

/** Everything that is read of an account. */
export const allTables: readonly Table[] = [
  ...studioTables,
  ...modelTables,
  ...jobTables,
  ...s3Tables,
  ...s3ControlTables,
  ...ec2Tables,
  ...iamTables,
  ...kmsTables,
  ...bedrockTables,
  ...agentTables,
  ...aroundTables,
  ...serviceTables,
];
