import { expect, test } from "vitest";
import { indexLines } from "../../../core/index.ts";
import { buildCloud } from "../../cloud.ts";
import { plainValue } from "../../testing/plain.ts";
import { bucket } from "../../types/aws/s3.ts";
import { model } from "../../types/aws/sagemaker.ts";
import { readCloudFormationFiles } from "./project.ts";

function read(files: Readonly<Record<string, string>>) {
  return readCloudFormationFiles(
    Object.entries(files).map(([path, text]) => ({
      path,
      kind: path.endsWith(".json") ? "json" : "yaml",
      text,
      lines: indexLines(text),
    })),
  );
}

function bodyOf(reading: ReturnType<typeof read>, address: string): unknown {
  return plainValue(reading.resources.find((each) => each.address === address)?.body);
}

const storage = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Name: {Type: String}
  Zones: {Type: CommaDelimitedList, Default: ""}
  Key: {Type: String, Default: none}
Conditions:
  HasKey: !Not [!Equals [!Ref Key, none]]
Resources:
  Lake:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "\${Name}-lake"
      Key: !If [HasKey, !Ref Key, none]
      Zones: !Ref Zones
Outputs:
  Bucket: {Value: !Ref Lake}
  Label: {Value: !Sub "the \${Name}"}
`;

const root = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  MlKey: {Type: AWS::KMS::Key}
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./parts/storage.yaml
      Parameters: {Name: acme, Zones: "a,b", Key: !GetAtt MlKey.Arn}
  Other:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: parts/storage.yaml
      Parameters: {Name: !GetAtt Storage.Outputs.Label}
  Copy:
    Type: AWS::S3::Bucket
    Properties: {Of: !GetAtt Storage.Outputs.Bucket, Missing: !GetAtt Storage.Outputs.Nothing}
`;

test("stacks within a stack have what they are given, and tell what they put out", () => {
  const reading = read({ "infra/root.yaml": root, "infra/parts/storage.yaml": storage });
  expect(reading.problems).toEqual([]);
  expect(reading.resources.map(({ address, scope }) => `${address} ${scope}`)).toEqual([
    "MlKey infra/root.yaml",
    "Storage infra/root.yaml",
    "Other infra/root.yaml",
    "Copy infra/root.yaml",
    "Storage/Lake infra/root.yaml",
    "Other/Lake infra/root.yaml",
  ]);
  expect(bodyOf(reading, "Storage/Lake")).toEqual({
    BucketName: "acme-lake",
    Key: { $either: [{ $of: "MlKey.Arn" }, "none"], because: expect.any(String) },
    Zones: ["a", "b"],
  });
  expect(bodyOf(reading, "Other/Lake")).toEqual({
    BucketName: "the acme-lake",
    Key: "none",
    Zones: [],
  });
  expect(bodyOf(reading, "Copy")).toEqual({
    Of: { $of: "Storage/Lake" },
    Missing: { $of: "Storage.Outputs.Nothing" },
  });
  const lake = reading.resources.find(({ address }) => address === "Storage/Lake")!;
  expect(lake.at.document.path).toBe("infra/parts/storage.yaml");
});

test("what one part names in another is found", () => {
  const reading = read({
    "root.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Storage: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: storage.yaml, Parameters: {Name: a}}}
  Serving: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: serving.yaml, Parameters: {Bucket: !GetAtt Storage.Outputs.Bucket}}}
`,
    "storage.yaml": storage,
    "serving.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Parameters: {Bucket: {Type: String}}
Resources:
  Model:
    Type: AWS::SageMaker::Model
    Properties: {ExecutionRoleArn: r, PrimaryContainer: {ModelDataUrl: !Sub "s3://\${Bucket}/m.tar.gz"}}
`,
  });
  const cloud = buildCloud(reading.resources);
  const [item] = cloud.all(model);
  const container = item!.facts.primary;
  const url =
    container.kind === "known" && container.value.kind === "map"
      ? container.value.entries.get("ModelDataUrl")
      : undefined;
  expect(cloud.find(bucket, url, item!.resource)).toMatchObject({
    kind: "found",
    item: { resource: { address: "Storage/Lake" } },
  });
});

test("a stack that may not be made makes its parts uncertain, and one that is not makes none", () => {
  const reading = read({
    "root.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Parameters: {Stage: {Type: String, AllowedValues: [dev, prod]}}
Conditions: {Live: !Equals [!Ref Stage, prod], Never: !Equals [a, b]}
Resources:
  A: {Type: AWS::CloudFormation::Stack, Condition: Live, Properties: {TemplateURL: storage.yaml, Parameters: {Name: a}}}
  B: {Type: AWS::CloudFormation::Stack, Condition: Never, Properties: {TemplateURL: storage.yaml, Parameters: {Name: b}}}
`,
    "storage.yaml": storage,
  });
  expect(reading.resources.map(({ address, uncertain }) => [address, uncertain])).toEqual([
    ["A", "parameter Stage has no default"],
    ["A/Lake", "parameter Stage has no default"],
  ]);
});

const network = (name: string): string => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Vpc: {Type: AWS::EC2::VPC}
  Shared: {Type: AWS::KMS::Key}
Outputs:
  Id: {Value: !Ref Vpc, Export: {Name: ${name}}}
`;
const app = (name: string): string => `AWSTemplateFormatVersion: "2010-09-09"
Parameters: {Network: {Type: String, Default: core}}
Resources:
  Shared: {Type: AWS::KMS::Key}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !ImportValue ${name}, Key: !Ref Shared}}
`;

test("what a template exports is what another imports, by its name or the end of it", () => {
  for (const [exported, imported] of [
    ["core-vpc", "core-vpc"],
    ['!Sub "${AWS::StackName}-vpc"', "{'Fn::Sub': '${Network}-vpc'}"],
    ['!Sub "${AWS::StackName}-vpc"', "core-vpc"],
  ] as const) {
    const reading = read({ "net/core.yaml": network(exported), "web.yaml": app(imported) });
    expect(reading.problems).toEqual([]);
    expect(reading.resources.map(({ address, scope }) => `${address} ${scope}`)).toEqual([
      "Vpc net/core.yaml",
      "Shared net/core.yaml",
      "web:Shared net/core.yaml",
      "Subnet net/core.yaml",
    ]);
    expect(bodyOf(reading, "Subnet")).toEqual({
      VpcId: { $of: "Vpc" },
      Key: { $of: "web:Shared" },
    });
  }
});

test("what nobody exports, or several do, stays what is not known; templates apart stay apart", () => {
  const none = read({ "a.yaml": network("core-vpc"), "b.yaml": app("other-vpc") });
  expect(bodyOf(none, "Subnet")).toMatchObject({
    VpcId: { $unknown: "the export other-vpc is of another stack" },
  });
  expect(none.resources.map(({ scope }) => scope)).toEqual([
    "a.yaml",
    "a.yaml",
    "b.yaml",
    "b.yaml",
  ]);
  const two = read({
    "a.yaml": network('!Sub "${AWS::StackName}-vpc"'),
    "b.yaml": network('!Sub "${AWS::StackName}-vpc"'),
    "c.yaml": app("core-vpc"),
  });
  expect(bodyOf(two, "Subnet")).toMatchObject({
    VpcId: { $unknown: "the export core-vpc is of another stack" },
  });
});

test("templates that are not here are said, CDK's are found by what it uploads", () => {
  const reading = read({
    "cdk.out/App.template.json": JSON.stringify({
      Resources: {
        Nested: {
          Type: "AWS::CloudFormation::Stack",
          Properties: { TemplateURL: { "Fn::Sub": "https://s3.${AWS::URLSuffix}/x.json" } },
          Metadata: { "aws:asset:path": "Inner.nested.template.json" },
        },
      },
    }),
    "cdk.out/Inner.nested.template.json": JSON.stringify({
      Resources: {
        B: { Type: "AWS::S3::Bucket", Metadata: { "aws:cdk:path": "App/Inner/B/Resource" } },
      },
    }),
    "other.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Far: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "https://s3.amazonaws.com/b/x.yaml"}}
  Gone: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: gone.yaml}}
`,
  });
  expect(reading.resources.map(({ address }) => address)).toContain("App/Inner/B/Resource");
  expect(reading.problems.map(({ absent }) => absent)).toEqual([
    "the template of a stack",
    "gone.yaml",
  ]);
});

test("stacks that take each other in, or import from each other, end", () => {
  const stack = (of: string): string => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  X: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${of}, Parameters: {A: !GetAtt X.Outputs.B}}}
Outputs:
  B: {Value: !ImportValue ${of}, Export: {Name: ${of === "a.yaml" ? "b.yaml" : "a.yaml"}}}
`;
  const reading = read({
    "a.yaml": stack("b.yaml"),
    "b.yaml": stack("a.yaml"),
    "c.yaml": stack("c.yaml"),
  });
  expect(reading.resources.map(({ address }) => address)).toContain("X");
  expect(reading.problems.some(({ message }) => message.includes("no further"))).toBe(true);
  const wide = Object.fromEntries(
    Array.from({ length: 12 }, (_, depth) => [
      `d${depth}.yaml`,
      `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${["A", "B", "C", "D"]
        .map(
          (name) =>
            `  ${name}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: d${depth + 1}.yaml}}\n`,
        )
        .join("")}`,
    ]),
  );
  const started = Date.now();
  expect(read({ ...wide, "d12.yaml": network("x") }).resources.length).toBeLessThan(20_000);
  expect(Date.now() - started).toBeLessThan(10_000);
});
