import { asPolicy } from "../../aws/policy.ts";
import { defineType, flag, list, spec, text, value } from "../../type.ts";

export const vpc = defineType({
  label: "VPC",
  names: { terraform: ["aws_vpc", "aws_default_vpc"], cloudformation: "AWS::EC2::VPC" },
  identifiedBy: ["id"],
  facts: { id: text("VpcId", { terraform: "id" }) },
});

export const subnet = defineType({
  label: "subnet",
  names: { terraform: ["aws_subnet", "aws_default_subnet"], cloudformation: "AWS::EC2::Subnet" },
  identifiedBy: ["id"],
  facts: {
    id: text("SubnetId", { terraform: "id" }),
    vpc: value("VpcId"),
  },
});

export const routeTable = defineType({
  label: "route table",
  names: {
    terraform: ["aws_route_table", "aws_default_route_table"],
    cloudformation: "AWS::EC2::RouteTable",
  },
  identifiedBy: ["id"],
  facts: {
    id: text("RouteTableId", { terraform: "id" }),
    vpc: value("VpcId"),
    /** Terraform's `aws_default_route_table` is the main one of the VPC whose attribute this is. */
    mainOf: value("MainOf", { terraform: "default_route_table_id", cloudformation: false }),
    routes: list("Routes", { terraform: "route", cloudformation: false, aws: "Routes" }),
    associations: list("Associations", {
      terraform: false,
      cloudformation: false,
      aws: "Associations",
    }),
  },
});

export const route = defineType({
  label: "route",
  names: { terraform: "aws_route", cloudformation: "AWS::EC2::Route" },
  facts: {
    table: value("RouteTableId"),
    destination: text("DestinationCidrBlock"),
    destination6: text("DestinationIpv6CidrBlock"),
    gateway: value("GatewayId"),
  },
});

export const routeTableAssociation = defineType({
  label: "association of a route table",
  names: {
    terraform: ["aws_route_table_association", "aws_main_route_table_association"],
    cloudformation: "AWS::EC2::SubnetRouteTableAssociation",
  },
  facts: {
    subnet: value("SubnetId"),
    table: value("RouteTableId"),
    /** Only of the main table's association. */
    vpc: value("VpcId", { cloudformation: false, aws: false }),
  },
});

export const internetGateway = defineType({
  label: "internet gateway",
  names: { terraform: "aws_internet_gateway", cloudformation: "AWS::EC2::InternetGateway" },
  identifiedBy: ["id"],
  facts: { id: text("InternetGatewayId", { terraform: "id" }) },
});

export const vpcEndpoint = defineType({
  label: "VPC endpoint",
  names: { terraform: "aws_vpc_endpoint", cloudformation: "AWS::EC2::VPCEndpoint" },
  facts: {
    service: text("ServiceName"),
    type: text("VpcEndpointType", { absent: "Gateway" }),
    vpc: value("VpcId"),
    subnets: list("SubnetIds"),
    routeTables: list("RouteTableIds"),
    privateDns: flag("PrivateDnsEnabled"),
    policy: spec(asPolicy)("PolicyDocument", {
      terraform: ["policy", "aws_vpc_endpoint_policy.vpc_endpoint_id > policy"],
    }),
  },
});

/** What Terraform also writes as `route_table_ids` of the endpoint. */
export const endpointRouteTable = defineType({
  label: "association of a VPC endpoint with a route table",
  names: { terraform: "aws_vpc_endpoint_route_table_association", aws: [] },
  facts: { endpoint: value("VpcEndpointId") },
});
