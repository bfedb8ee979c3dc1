import {
  listOf,
  objectOf,
  objectsOf,
  wordIn,
  type Json,
  type JsonObject,
} from "../../../live/json.ts";
import { account, region, type Made, type Maker } from "./made.ts";

function made(kind: string, id: string, more: JsonObject = {}): Made {
  const arn = `arn:aws:ec2:${region}:${account}:${kind}/${id}`;
  return { attributes: { id, arn, ...more }, live: arn };
}

/** The id that an answer of EC2 has for what it has made. */
function idIn(answer: JsonObject, thing: string): string {
  return wordIn(objectOf(answer[thing])[`${thing}Id`]);
}

function permission(rule: JsonObject): JsonObject {
  const { protocol, from_port: from, to_port: to } = rule;
  const ranges = listOf(rule["cidr_blocks"]).map((CidrIp): Json => ({ CidrIp }));
  const ports = protocol === "-1" ? {} : { FromPort: from, ToPort: to };
  return { IpProtocol: protocol, ...ports, IpRanges: ranges };
}

/** Networks. */
export const networkMakers: Readonly<Record<string, Maker>> = {
  aws_vpc: async (body, { make }) => {
    const answer = await make("ec2", "CreateVpc", { CidrBlock: body["cidr_block"] });
    return made("vpc", idIn(answer, "Vpc"));
  },
  aws_subnet: async (body, { make }) => {
    const answer = await make("ec2", "CreateSubnet", {
      VpcId: body["vpc_id"],
      CidrBlock: body["cidr_block"],
    });
    const id = idIn(answer, "Subnet");
    if (body["map_public_ip_on_launch"] === true)
      await make("ec2", "ModifySubnetAttribute", {
        SubnetId: id,
        MapPublicIpOnLaunch: { Value: true },
      });
    return made("subnet", id);
  },
  aws_internet_gateway: async (body, { make }) => {
    const id = idIn(await make("ec2", "CreateInternetGateway"), "InternetGateway");
    await make("ec2", "AttachInternetGateway", { InternetGatewayId: id, VpcId: body["vpc_id"] });
    return made("internet-gateway", id);
  },
  aws_route_table: async (body, { make }) => {
    const answer = await make("ec2", "CreateRouteTable", { VpcId: body["vpc_id"] });
    const id = idIn(answer, "RouteTable");
    for (const route of objectsOf(body["route"]))
      await make("ec2", "CreateRoute", {
        RouteTableId: id,
        DestinationCidrBlock: route["cidr_block"],
        GatewayId: route["gateway_id"],
      });
    return made("route-table", id);
  },
  aws_route_table_association: async (body, { make }) => {
    const answer = await make("ec2", "AssociateRouteTable", {
      RouteTableId: body["route_table_id"],
      SubnetId: body["subnet_id"],
    });
    return { attributes: { id: wordIn(answer["AssociationId"]) } };
  },
  aws_security_group: async (body, { make }) => {
    const answer = await make("ec2", "CreateSecurityGroup", {
      GroupName: body["name"],
      GroupDescription: body["description"] ?? "Managed by Terraform",
      VpcId: body["vpc_id"],
    });
    const id = wordIn(answer["GroupId"]);
    // Everything out is what AWS gives a group, and Terraform takes away.
    await make("ec2", "RevokeSecurityGroupEgress", {
      GroupId: id,
      IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    });
    for (const [name, call] of [
      ["ingress", "AuthorizeSecurityGroupIngress"],
      ["egress", "AuthorizeSecurityGroupEgress"],
    ] as const)
      for (const rule of objectsOf(body[name]))
        await make("ec2", call, { GroupId: id, IpPermissions: [permission(rule)] });
    return made("security-group", id);
  },
  aws_vpc_endpoint: async (body, { make }) => {
    const answer = await make("ec2", "CreateVpcEndpoint", {
      VpcId: body["vpc_id"],
      ServiceName: body["service_name"],
      VpcEndpointType: body["vpc_endpoint_type"] ?? "Gateway",
      RouteTableId: body["route_table_ids"],
      SubnetId: body["subnet_ids"],
      SecurityGroupId: body["security_group_ids"],
      PrivateDnsEnabled: body["private_dns_enabled"],
      PolicyDocument: body["policy"],
    });
    return made("vpc-endpoint", idIn(answer, "VpcEndpoint"));
  },
};
