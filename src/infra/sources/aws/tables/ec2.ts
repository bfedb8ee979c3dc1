// Networks: what a notebook or job may reach, and who may reach it.
import {
  isObject,
  numberIn,
  objectsOf,
  parsedJson,
  textIn,
  type Json,
  type JsonObject,
  wordIn,
} from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { isRegion } from "../client/services.ts";
import { arn, defineTable, same, type Seen, type Table, type Takes } from "../table.ts";

const call = callsOf("ec2");
const page = ["NextToken", "NextToken"] as const;

interface Kind {
  readonly type: string;
  readonly list: string;
  readonly items: string;
  readonly id: string;
  /** Before the id in its ARN. */
  readonly word: string;
  readonly takes: Takes;
  readonly also?: Table["also"];
  /** A filter of calls that have one; not all take a page size with it. */
  readonly asked?: JsonObject;
}

function address(word: string, { seen, id }: { readonly seen: Seen; readonly id: string }): string {
  return `${arn("ec2", seen)}${word}/${id}`;
}

function network({ type, list, items, id, word, takes, also, asked }: Kind): Table {
  return defineTable({
    type: `AWS::EC2::${type}`,
    list: { call: call(list), with: { MaxResults: 100, ...asked }, items, page },
    address: (seen) => address(word, { seen, id: wordIn(seen.item[id]) }),
    takes,
    also,
  });
}

/** Attributes of the elements of a list, as a list. */
function each(list: string, attribute: string): (answer: JsonObject) => Json {
  return (answer) => objectsOf(answer[list]).flatMap((item) => item[attribute] ?? []);
}

const vpc = network({
  type: "VPC",
  list: "DescribeVpcs",
  items: "VpcSet",
  id: "VpcId",
  word: "vpc",
  takes: same("VpcId CidrBlock IsDefault"),
});

const subnet = network({
  type: "Subnet",
  list: "DescribeSubnets",
  items: "SubnetSet",
  id: "SubnetId",
  word: "subnet",
  takes: same("SubnetId VpcId CidrBlock AvailabilityZone MapPublicIpOnLaunch"),
});

const targets = same(
  "DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId GatewayId NatGatewayId EgressOnlyInternetGatewayId TransitGatewayId VpcPeeringConnectionId InstanceId NetworkInterfaceId LocalGatewayId CarrierGatewayId CoreNetworkArn State",
);

const routeTable = network({
  type: "RouteTable",
  list: "DescribeRouteTables",
  items: "RouteTableSet",
  id: "RouteTableId",
  word: "route-table",
  takes: {
    ...same("RouteTableId VpcId"),
    // Which table is the main one of its VPC is not to be said in CloudFormation.
    Associations: (answer) =>
      objectsOf(answer["AssociationSet"]).map(({ Main, SubnetId, GatewayId }) => ({
        Main,
        SubnetId,
        GatewayId,
      })),
  },
  also: {
    types: ["AWS::EC2::Route", "AWS::EC2::SubnetRouteTableAssociation"],
    of: (seen) => {
      const RouteTableId = wordIn(seen.item["RouteTableId"]);
      const own = address("route-table", { seen, id: RouteTableId });
      const routes = objectsOf(seen.item["RouteSet"]).map((route) => {
        const {
          DestinationCidrBlock: four,
          DestinationIpv6CidrBlock: six,
          DestinationPrefixListId: list,
        } = route;
        const kept = Object.keys(targets).map((name) => [name, route[name]] as const);
        return {
          type: "AWS::EC2::Route",
          address: `${own}|${textIn(four) ?? textIn(six) ?? textIn(list) ?? ""}`,
          body: { RouteTableId, ...Object.fromEntries(kept) },
        };
      });
      const associations = objectsOf(seen.item["AssociationSet"])
        .filter(({ SubnetId }) => SubnetId !== undefined)
        .map(({ SubnetId, RouteTableAssociationId }) => ({
          type: "AWS::EC2::SubnetRouteTableAssociation",
          address: `${own}|${wordIn(RouteTableAssociationId)}`,
          body: { RouteTableId, SubnetId },
        }));
      return [...routes, ...associations];
    },
  },
});

const internetGateway = network({
  type: "InternetGateway",
  list: "DescribeInternetGateways",
  items: "InternetGatewaySet",
  id: "InternetGatewayId",
  word: "internet-gateway",
  takes: same("InternetGatewayId"),
  also: {
    types: ["AWS::EC2::VPCGatewayAttachment"],
    of: (seen) => {
      const InternetGatewayId = wordIn(seen.item["InternetGatewayId"]);
      return objectsOf(seen.item["AttachmentSet"]).map(({ VpcId }) => ({
        type: "AWS::EC2::VPCGatewayAttachment",
        address: `${address("internet-gateway", { seen, id: InternetGatewayId })}|${wordIn(VpcId)}`,
        body: { InternetGatewayId, VpcId },
      }));
    },
  },
});

const natGateway = network({
  type: "NatGateway",
  list: "DescribeNatGateways",
  items: "NatGatewaySet",
  id: "NatGatewayId",
  word: "natgateway",
  takes: same("NatGatewayId VpcId SubnetId ConnectivityType State"),
});

const vpcEndpoint = network({
  type: "VPCEndpoint",
  list: "DescribeVpcEndpoints",
  items: "VpcEndpointSet",
  id: "VpcEndpointId",
  word: "vpc-endpoint",
  takes: {
    ...same("VpcEndpointId VpcEndpointType ServiceName VpcId State PrivateDnsEnabled"),
    SubnetIds: "SubnetIdSet",
    RouteTableIds: "RouteTableIdSet",
    SecurityGroupIds: each("GroupSet", "GroupId"),
    PolicyDocument: (answer) => parsedJson(answer["PolicyDocument"]),
  },
});

/** One rule for each range or group, as CloudFormation has it. */
function rules(list: string, peer: "Source" | "Destination"): (answer: JsonObject) => Json {
  return (answer) =>
    objectsOf(answer[list]).flatMap((permission) => {
      const ports = {
        IpProtocol: permission["IpProtocol"],
        FromPort: numberIn(permission["FromPort"]),
        ToPort: numberIn(permission["ToPort"]),
      };
      return [
        ...objectsOf(permission["IpRanges"]).map(({ CidrIp }) => ({ ...ports, CidrIp })),
        ...objectsOf(permission["Ipv6Ranges"]).map(({ CidrIpv6 }) => ({ ...ports, CidrIpv6 })),
        ...objectsOf(permission["PrefixListIds"]).map(({ PrefixListId }) => ({
          ...ports,
          [`${peer}PrefixListId`]: PrefixListId,
        })),
        ...objectsOf(permission["Groups"]).map(({ GroupId }) => ({
          ...ports,
          [`${peer}SecurityGroupId`]: GroupId,
        })),
      ];
    });
}

const securityGroup = network({
  type: "SecurityGroup",
  list: "DescribeSecurityGroups",
  items: "SecurityGroupInfo",
  id: "GroupId",
  word: "security-group",
  takes: {
    ...same("GroupId GroupName GroupDescription VpcId"),
    SecurityGroupIngress: rules("IpPermissions", "Source"),
    SecurityGroupEgress: rules("IpPermissionsEgress", "Destination"),
  },
});

const flowLog = network({
  type: "FlowLog",
  list: "DescribeFlowLogs",
  items: "FlowLogSet",
  id: "FlowLogId",
  word: "vpc-flow-log",
  takes: same(
    "FlowLogId ResourceId TrafficType LogDestinationType LogDestination LogGroupName FlowLogStatus",
  ),
});

const ebsEncryption = defineTable({
  // A setting of the account in a region, for which CloudFormation has no type.
  type: "AWS::EC2::EbsEncryptionByDefault",
  address: (seen) => address("ebs-encryption-by-default", { seen, id: seen.region }),
  takes: { Region: (_, { region }) => region },
  steps: [
    {
      call: call("GetEbsEncryptionByDefault"),
      with: () => ({}),
      takes: same("EbsEncryptionByDefault"),
    },
    { call: call("GetEbsDefaultKmsKeyId"), with: () => ({}), takes: same("KmsKeyId") },
  ],
});

/** Networks of a region. */
export const ec2Tables: readonly Table[] = [
  vpc,
  subnet,
  routeTable,
  internetGateway,
  natGateway,
  vpcEndpoint,
  securityGroup,
  flowLog,
  ebsEncryption,
];

/** Asked where all regions are to be read. */
export const describeRegions = call("DescribeRegions");

/** Names of regions in its answer. */
export function regionsIn(answer: Json): readonly string[] {
  const list = isObject(answer) ? answer["RegionInfo"] : undefined;
  return objectsOf(list)
    .flatMap(({ RegionName }) => textIn(RegionName) ?? [])
    .filter(isRegion);
}
