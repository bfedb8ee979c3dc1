// Where people work in SageMaker: notebooks, Studio, and what runs when these start.
import { wordIn } from "../../live/json.ts";
import { arn, same, type Table } from "../table.ts";
import { sagemakerTable } from "./sagemaker.ts";

const notebook = sagemakerTable({
  type: "NotebookInstance",
  list: "ListNotebookInstances",
  items: "NotebookInstances",
  id: "NotebookInstanceName",
  arn: "NotebookInstanceArn",
  head: "NotebookInstanceName NotebookInstanceStatus InstanceType",
  describe: "DescribeNotebookInstance",
  takes: {
    ...same("RoleArn SubnetId"),
    SecurityGroupIds: "SecurityGroups",
    ...same("DirectInternetAccess RootAccess KmsKeyId VolumeSizeInGB"),
    LifecycleConfigName: "NotebookInstanceLifecycleConfigName",
    ...same("InstanceMetadataServiceConfiguration PlatformIdentifier"),
    ...same("DefaultCodeRepository AdditionalCodeRepositories NetworkInterfaceId Url"),
  },
});

const lifecycleConfig = sagemakerTable({
  type: "NotebookInstanceLifecycleConfig",
  list: "ListNotebookInstanceLifecycleConfigs",
  items: "NotebookInstanceLifecycleConfigs",
  id: "NotebookInstanceLifecycleConfigName",
  arn: "NotebookInstanceLifecycleConfigArn",
  head: "NotebookInstanceLifecycleConfigName",
  describe: "DescribeNotebookInstanceLifecycleConfig",
  takes: same("OnCreate OnStart"),
});

const studioLifecycleConfig = sagemakerTable({
  type: "StudioLifecycleConfig",
  list: "ListStudioLifecycleConfigs",
  items: "StudioLifecycleConfigs",
  id: "StudioLifecycleConfigName",
  arn: "StudioLifecycleConfigArn",
  head: "StudioLifecycleConfigName StudioLifecycleConfigAppType",
  describe: "DescribeStudioLifecycleConfig",
  takes: same("StudioLifecycleConfigContent"),
});

const domain = sagemakerTable({
  type: "Domain",
  list: "ListDomains",
  items: "Domains",
  id: "DomainId",
  arn: "DomainArn",
  head: "DomainName DomainId Status",
  describe: "DescribeDomain",
  takes: {
    ...same("AuthMode AppNetworkAccessType AppSecurityGroupManagement VpcId SubnetIds"),
    // The older name of the same key.
    KmsKeyId: (answer) => answer["KmsKeyId"] ?? answer["HomeEfsFileSystemKmsKeyId"],
    ...same("DefaultUserSettings DefaultSpaceSettings DomainSettings TagPropagation"),
    ...same("SecurityGroupIdForDomainBoundary HomeEfsFileSystemId"),
  },
});

const userProfile = sagemakerTable({
  type: "UserProfile",
  list: "ListUserProfiles",
  items: "UserProfiles",
  id: "DomainId UserProfileName",
  arn: (seen) =>
    `${arn("sagemaker", seen)}user-profile/${wordIn(seen.item["DomainId"])}/${wordIn(seen.item["UserProfileName"])}`,
  head: "UserProfileName DomainId Status",
  describe: "DescribeUserProfile",
  takes: same("UserSettings SingleSignOnUserIdentifier SingleSignOnUserValue"),
});

const space = sagemakerTable({
  type: "Space",
  list: "ListSpaces",
  items: "Spaces",
  id: "DomainId SpaceName",
  arn: (seen) =>
    `${arn("sagemaker", seen)}space/${wordIn(seen.item["DomainId"])}/${wordIn(seen.item["SpaceName"])}`,
  head: "SpaceName DomainId Status",
  describe: "DescribeSpace",
  takes: same("SpaceSettings OwnershipSettings SpaceSharingSettings Url"),
});

const app = sagemakerTable({
  type: "App",
  list: "ListApps",
  items: "Apps",
  id: "AppName",
  arn: (seen) => {
    const { DomainId, UserProfileName, SpaceName, AppType, AppName } = seen.item;
    const way = [DomainId, UserProfileName ?? SpaceName, AppType, AppName];
    return `${arn("sagemaker", seen)}app/${way.map(wordIn).join("/").toLowerCase()}`;
  },
  head: "AppName AppType DomainId UserProfileName SpaceName Status ResourceSpec",
  // Apps stay in the list for a day after their end.
  wants: ({ item }) => item["Status"] !== "Deleted",
});

const codeRepository = sagemakerTable({
  type: "CodeRepository",
  list: "ListCodeRepositories",
  items: "CodeRepositorySummaryList",
  id: "CodeRepositoryName",
  arn: "CodeRepositoryArn",
  head: "CodeRepositoryName GitConfig",
});

const image = sagemakerTable({
  type: "Image",
  list: "ListImages",
  items: "Images",
  id: "ImageName",
  arn: "ImageArn",
  head: "ImageName ImageStatus",
  describe: "DescribeImage",
  takes: { ImageRoleArn: "RoleArn" },
});

const mlflowServer = sagemakerTable({
  type: "MlflowTrackingServer",
  list: "ListMlflowTrackingServers",
  items: "TrackingServerSummaries",
  id: "TrackingServerName",
  arn: "TrackingServerArn",
  head: "TrackingServerName TrackingServerStatus MlflowVersion",
  describe: "DescribeMlflowTrackingServer",
  takes: same(
    "ArtifactStoreUri RoleArn TrackingServerSize TrackingServerUrl AutomaticModelRegistration S3BucketOwnerAccountId S3BucketOwnerVerification",
  ),
});

const mlflowApp = sagemakerTable({
  type: "MlflowApp",
  list: "ListMlflowApps",
  items: "Summaries",
  id: "Arn",
  arn: "Arn",
  head: "Name Status MlflowVersion",
  describe: "DescribeMlflowApp",
  takes: same("ArtifactStoreUri RoleArn KmsKeyId ModelRegistrationMode AccountDefaultStatus"),
});

const partnerApp = sagemakerTable({
  type: "PartnerApp",
  list: "ListPartnerApps",
  items: "Summaries",
  id: "Arn",
  arn: "Arn",
  head: "Name Type Status",
  describe: "DescribePartnerApp",
  takes: same(
    "ExecutionRoleArn KmsKeyId BaseUrl AuthType EnableIamSessionBasedIdentity ApplicationConfig",
  ),
});

const workforce = sagemakerTable({
  type: "Workforce",
  list: "ListWorkforces",
  items: "Workforces",
  id: "WorkforceName",
  arn: "WorkforceArn",
  head: "WorkforceName Status SubDomain SourceIpConfig CognitoConfig OidcConfig WorkforceVpcConfig",
});

/** Notebooks, Studio, their scripts and what people reach from them. */
export const studioTables: readonly Table[] = [
  notebook,
  lifecycleConfig,
  studioLifecycleConfig,
  domain,
  userProfile,
  space,
  app,
  codeRepository,
  image,
  mlflowServer,
  mlflowApp,
  partnerApp,
  workforce,
];
