// Jobs of SageMaker, of which an account keeps every one it ever had: the newest are read. Those that
// CloudFormation does not have carry the names of the API.
import { same, type Table } from "../table.ts";
import { call, newest, sagemakerTable } from "./sagemaker.ts";

const recent = { asked: newest, isRecent: true } as const;

const training = sagemakerTable({
  ...recent,
  type: "TrainingJob",
  list: "ListTrainingJobs",
  items: "TrainingJobSummaries",
  id: "TrainingJobName",
  arn: "TrainingJobArn",
  head: "TrainingJobName TrainingJobStatus CreationTime",
  describe: "DescribeTrainingJob",
  takes: same(
    "RoleArn AlgorithmSpecification InputDataConfig OutputDataConfig ModelArtifacts ResourceConfig VpcConfig EnableNetworkIsolation EnableInterContainerTrafficEncryption EnableManagedSpotTraining HyperParameters Environment CheckpointConfig DebugHookConfig ProfilerConfig TensorBoardOutputConfig RemoteDebugConfig",
  ),
});

const processing = sagemakerTable({
  ...recent,
  type: "ProcessingJob",
  list: "ListProcessingJobs",
  items: "ProcessingJobSummaries",
  id: "ProcessingJobName",
  arn: "ProcessingJobArn",
  head: "ProcessingJobName ProcessingJobStatus CreationTime",
  describe: "DescribeProcessingJob",
  takes: same(
    "RoleArn AppSpecification Environment NetworkConfig ProcessingInputs ProcessingOutputConfig ProcessingResources",
  ),
});

const transform = sagemakerTable({
  ...recent,
  type: "TransformJob",
  list: "ListTransformJobs",
  items: "TransformJobSummaries",
  id: "TransformJobName",
  arn: "TransformJobArn",
  head: "TransformJobName TransformJobStatus CreationTime",
  describe: "DescribeTransformJob",
  takes: same(
    "ModelName Environment TransformInput TransformOutput TransformResources DataCaptureConfig",
  ),
});

const tuning = sagemakerTable({
  ...recent,
  type: "HyperParameterTuningJob",
  list: "ListHyperParameterTuningJobs",
  items: "HyperParameterTuningJobSummaries",
  id: "HyperParameterTuningJobName",
  arn: "HyperParameterTuningJobArn",
  head: "HyperParameterTuningJobName HyperParameterTuningJobStatus CreationTime",
  describe: "DescribeHyperParameterTuningJob",
  takes: same("TrainingJobDefinition TrainingJobDefinitions"),
});

const autoMl = sagemakerTable({
  ...recent,
  type: "AutoMLJob",
  list: "ListAutoMLJobs",
  items: "AutoMLJobSummaries",
  id: "AutoMLJobName",
  arn: "AutoMLJobArn",
  head: "AutoMLJobName AutoMLJobStatus CreationTime",
  // The second version tells of jobs that were made with the first as well.
  describe: "DescribeAutoMLJobV2",
  takes: same(
    "RoleArn AutoMLJobInputDataConfig OutputDataConfig SecurityConfig AutoMLProblemTypeConfig ModelDeployConfig",
  ),
});

const compilation = sagemakerTable({
  ...recent,
  type: "CompilationJob",
  list: "ListCompilationJobs",
  items: "CompilationJobSummaries",
  id: "CompilationJobName",
  arn: "CompilationJobArn",
  head: "CompilationJobName CompilationJobStatus CreationTime",
  describe: "DescribeCompilationJob",
  takes: same("RoleArn InputConfig OutputConfig VpcConfig ModelPackageVersionArn"),
});

const labeling = sagemakerTable({
  ...recent,
  type: "LabelingJob",
  list: "ListLabelingJobs",
  items: "LabelingJobSummaryList",
  id: "LabelingJobName",
  arn: "LabelingJobArn",
  head: "LabelingJobName LabelingJobStatus CreationTime",
  describe: "DescribeLabelingJob",
  takes: {
    ...same("RoleArn InputConfig OutputConfig LabelingJobAlgorithmsConfig"),
    WorkteamArn: "HumanTaskConfig.WorkteamArn",
    PublicWorkforceTaskPrice: "HumanTaskConfig.PublicWorkforceTaskPrice",
  },
});

const optimization = sagemakerTable({
  ...recent,
  type: "OptimizationJob",
  list: "ListOptimizationJobs",
  items: "OptimizationJobSummaries",
  id: "OptimizationJobName",
  arn: "OptimizationJobArn",
  head: "OptimizationJobName OptimizationJobStatus CreationTime",
  describe: "DescribeOptimizationJob",
  takes: same("RoleArn ModelSource OutputConfig VpcConfig OptimizationEnvironment"),
});

const flowDefinition = sagemakerTable({
  type: "FlowDefinition",
  list: "ListFlowDefinitions",
  items: "FlowDefinitionSummaries",
  id: "FlowDefinitionName",
  arn: "FlowDefinitionArn",
  head: "FlowDefinitionName FlowDefinitionStatus",
  describe: "DescribeFlowDefinition",
  takes: same("RoleArn OutputConfig HumanLoopConfig HumanLoopRequestSource"),
});

const monitoringSchedule = sagemakerTable({
  type: "MonitoringSchedule",
  list: "ListMonitoringSchedules",
  items: "MonitoringScheduleSummaries",
  id: "MonitoringScheduleName",
  arn: "MonitoringScheduleArn",
  head: "MonitoringScheduleName MonitoringScheduleStatus MonitoringType EndpointName",
  describe: "DescribeMonitoringSchedule",
  takes: same("MonitoringScheduleConfig"),
});

/** Definitions of what a monitor runs; their four kinds differ in the beginnings of names. */
function monitorTable(kind: "DataQuality" | "ModelQuality" | "ModelBias" | "ModelExplainability") {
  return sagemakerTable({
    type: `${kind}JobDefinition`,
    list: `List${kind}JobDefinitions`,
    items: "JobDefinitionSummaries",
    id: "MonitoringJobDefinitionName",
    arn: "MonitoringJobDefinitionArn",
    head: { JobDefinitionName: "MonitoringJobDefinitionName", EndpointName: "EndpointName" },
    steps: [
      {
        call: call(`Describe${kind}JobDefinition`),
        with: ({ item }) => ({ JobDefinitionName: item["MonitoringJobDefinitionName"] }),
        takes: same(
          `RoleArn JobResources NetworkConfig ${kind}AppSpecification ${kind}JobInput ${kind}JobOutputConfig`,
        ),
      },
    ],
  });
}

/** Jobs, and monitors, which start jobs. */
export const jobTables: readonly Table[] = [
  training,
  processing,
  transform,
  tuning,
  autoMl,
  compilation,
  labeling,
  optimization,
  flowDefinition,
  monitoringSchedule,
  monitorTable("DataQuality"),
  monitorTable("ModelQuality"),
  monitorTable("ModelBias"),
  monitorTable("ModelExplainability"),
];
