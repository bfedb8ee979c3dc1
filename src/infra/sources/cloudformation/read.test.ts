import { describe, expect, test } from "vitest";
import { indexLines } from "../../../core/index.ts";
import { plainValue, textAt } from "../../testing/plain.ts";
import type { Document } from "../../value.ts";
import { readCloudFormation } from "./read.ts";

function documentOf(path: string, text: string): Document {
  const kind = path.endsWith(".json") ? "json" : "yaml";
  return { path, kind, text, lines: indexLines(text) };
}

function read(text: string, path = "template.yaml") {
  return readCloudFormation(documentOf(path, text));
}

/** The properties of the resource X of a template that has these sections before. */
function properties(before: string, lines: readonly string[]): unknown {
  const body = lines.map((line) => `      ${line}`).join("\n");
  const text = `${before}\nResources:\n  Other: {Type: AWS::IAM::Role}\n  X:\n    Type: AWS::S3::Bucket\n    Properties:\n${body}\n`;
  const { resources, problems } = read(text);
  expect(problems).toEqual([]);
  return plainValue(resources.find(({ address }) => address === "X")?.body);
}

describe("functions", () => {
  test.each([
    ["P: !Ref Name", "base"],
    ["P: {Ref: Name}", "base"],
    ["P: !Ref Other", { $of: "Other" }],
    ["P: !GetAtt Other.Arn", { $of: "Other.Arn" }],
    ["P: !GetAtt [Other, Outputs.Key]", { $of: "Other.Outputs.Key" }],
    ["P: {Fn::GetAtt: [Other, Arn]}", { $of: "Other.Arn" }],
    [
      "P: !Ref Nobody",
      { $unknown: "Nobody is neither a parameter nor a resource of the template" },
    ],
    ["P: !Ref Free", { $unknown: "parameter Free has no default" }],
    ["P: !Ref Stage", { $either: ["dev", "prod"], because: "parameter Stage has no default" }],
    ["P: !Ref Zones", ["a", "b"]],
    ["P: !Ref AWS::Region", { $unknown: "AWS::Region is known only when it is deployed" }],
    ["P: !Sub 'x-${Name}'", "x-base"],
    ["P: !Sub '${!Name}-${Name}'", "${Name}-base"],
    ["P: !Sub ['${a}${Name}', {a: !Ref Name}]", "basebase"],
    ["P: !Sub 'arn:${Other.Arn}/*'", { $text: ["arn:", { $of: "Other.Arn" }, "/*"] }],
    ["P: !Sub 'arn:${AWS::Partition}:iam::aws:policy/A'", "arn:aws:iam::aws:policy/A"],
    ["P: !Join ['-', [a, !Ref Name, 5]]", "a-base-5"],
    ["P: !Join ['', [a, !Ref Other]]", { $text: ["a", { $of: "Other" }] }],
    ["P: !Select [1, !Ref Zones]", "b"],
    ["P: !Select [7, !Ref Zones]", { $unknown: "the list has no element 7" }],
    ["P: !Select [1, !Split ['/', 'a/b']]", "b"],
    ["P: !Select [1, !Split ['/', !Sub '${Free}/b']]", "b"],
    ["P: !FindInMap [Sizes, dev, size]", "small"],
    [
      "P: !FindInMap [Sizes, !Ref Stage, size]",
      { $either: ["small", "large"], because: "parameter Stage has no default" },
    ],
    ["P: !FindInMap [Sizes, qa, size]", { $unknown: "the map has no qa.size" }],
    ["P: !FindInMap [Sizes, qa, size, {DefaultValue: tiny}]", "tiny"],
    ["P: !Base64 abc", "YWJj"],
    ["P: !Cidr [10.0.0.0/16, 2, 8]", ["10.0.0.0/24", "10.0.1.0/24"]],
    ["P: !ImportValue shared", { $unknown: "the export shared is of another stack" }],
    ["P: {Fn::ToJsonString: {a: 1}}", { $json: { a: 1 } }],
    ["P: {Fn::Length: [1, 2]}", 2],
    ["P: !If [IsDev, yes-it-is, no]", "yes-it-is"],
    ["P: !If [IsLive, a, b]", { $either: ["a", "b"], because: "parameter Stage has no default" }],
    [
      "P: '{{resolve:ssm:/a/b:1}}'",
      { $unknown: "it is read from the parameter store (/a/b:1) when it is deployed" },
    ],
    [
      "P: !Transform {Name: AWS::Include}",
      { $unknown: "the macro AWS::Include writes more when it is deployed" },
    ],
    ["P: !Strange x", { $unknown: "Fn::Strange is no function that is known" }],
    ["P: 012345678901", "012345678901"],
  ])("%s", (line, wanted) => {
    const before = `Parameters:
  Name: {Type: String, Default: base}
  Free: {Type: String}
  Stage: {Type: String, AllowedValues: [dev, prod]}
  Zones: {Type: CommaDelimitedList, Default: 'a, b'}
Mappings:
  Sizes: {dev: {size: small}, prod: {size: large}}
Conditions:
  IsDev: !Equals [!Ref Name, base]
  IsLive: !Equals [!Ref Stage, prod]`;
    expect(properties(before, [line])).toEqual({ P: wanted });
  });

  test("what is AWS::NoValue is not there", () => {
    const before = "Conditions:\n  No: !Equals [a, b]";
    expect(
      properties(before, ["A: !Ref AWS::NoValue", "B: !If [No, 1, !Ref AWS::NoValue]", "C: 1"]),
    ).toEqual({ C: 1 });
    expect(properties(before, ["A: [1, !Ref AWS::NoValue]"])).toEqual({ A: [1] });
  });

  test("policies stay maps, and their conditions are no functions", () => {
    const policy =
      "Policy: {Statement: [{Effect: Allow, Condition: {Bool: {'aws:SecureTransport': false}}}]}";
    expect(properties("", [policy])).toEqual({
      Policy: {
        Statement: [{ Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": false } } }],
      },
    });
  });
});

describe("conditions", () => {
  const conditions = `Parameters:
  Stage: {Type: String, AllowedValues: [dev, prod]}
Conditions:
  Yes: !Equals [a, a]
  No: !Not [!Condition Yes]
  Maybe: !Equals [!Ref Stage, prod]
  Never: !Equals [!Ref Stage, test]
  Neither: !And [!Condition Maybe, {Condition: No}]
  Surely: !Or [!Condition Maybe, !Condition Yes]
  Round: !Not [!Condition Round]`;
  test.each([
    ["Yes", true],
    ["No", false],
    ["Maybe", "parameter Stage has no default"],
    ["Never", false],
    ["Neither", false],
    ["Surely", true],
    ["Round", "condition Round depends on itself"],
    ["Missing", "there is no condition Missing"],
  ])("%s", (name, wanted) => {
    const text = `${conditions}\nResources:\n  X: {Type: AWS::S3::Bucket, Condition: ${name}}\n`;
    const [resource] = read(text).resources;
    expect(resource === undefined ? false : (resource.uncertain ?? true)).toBe(wanted);
  });

  test("a chain of a hundred thousand conditions does not run out of stack", () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, at) => `"C${at}":{"Fn::Not":[{"Condition":"C${at + 1}"}]}`,
    );
    const text = `{"Conditions":{${chain.join(",")}},"Resources":{"X":{"Type":"AWS::S3::Bucket","Condition":"C0"}}}`;
    const [resource] = read(text, "t.json").resources;
    expect(resource?.uncertain).toBe("conditions hang on more than 100 others");
  });
});

test("places are those of the file, in YAML and JSON alike", () => {
  const yaml =
    "Resources:\n  Lake:\n    Type: AWS::S3::Bucket\n    Properties:\n      Name: !Sub 'a-${AWS::Region}'\n";
  const [resource] = read(yaml).resources;
  expect(textAt(resource!)).toBe("Lake");
  const name = resource!.body.entries.get("Name")!;
  expect(name.kind === "template" && textAt(name.parts[1] as never)).toBe("${AWS::Region}");
  const json =
    '{"Resources": {"Lake": {"Type": "AWS::S3::Bucket", "Properties": {"A": {"Ref": "Lake"}}}}}';
  const [second] = read(json, "t.json").resources;
  expect(textAt(second!.body.entries.get("A")!)).toBe('{"Ref": "Lake"}');
});

test("CDK's resources have the names of its tree, and refer to each other by them", () => {
  const text = JSON.stringify({
    Resources: {
      LakeF00: { Type: "AWS::S3::Bucket", Metadata: { "aws:cdk:path": "Stack/Lake/Resource" } },
      Policy: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: { Ref: "LakeF00" } } },
    },
  });
  const { resources } = read(text, "cdk.out/Stack.template.json");
  expect(resources.map(({ address }) => address)).toEqual(["Stack/Lake/Resource", "Policy"]);
  expect(plainValue(resources[1]!.body)).toEqual({ Bucket: { $of: "Stack/Lake/Resource" } });
});

test("Fn::ForEach is unrolled, in resources and properties", () => {
  const text = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Lakes:
    - Name
    - [Raw, Clean]
    - Lake\${Name}:
        Type: AWS::S3::Bucket
        Properties:
          BucketName: !Sub 'lake-\${Name}'
          Fn::ForEach::Tags: [Key, [a, b], {'Tag\${Key}': !Ref Name}]
`;
  const { resources, problems } = read(text);
  expect(problems).toEqual([]);
  expect(resources.map(({ address, body }) => [address, plainValue(body)])).toEqual([
    ["LakeRaw", { BucketName: "lake-Raw", Taga: "Raw", Tagb: "Raw" }],
    ["LakeClean", { BucketName: "lake-Clean", Taga: "Clean", Tagb: "Clean" }],
  ]);
});

test("SAM's functions are what they are deployed as, with globals and the role that is made", () => {
  const text = `Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Timeout: 3, Environment: {Variables: {A: '1'}}, Layers: [x]}}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 9
      Layers: [y]
      Environment: {Variables: {B: '2'}}
      Policies: [AWSLambdaExecute, {S3ReadPolicy: {BucketName: x}}, {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}]
      FunctionUrlConfig: {AuthType: NONE}
  G:
    Type: AWS::Serverless::Function
    Properties: {Role: !GetAtt FRole.Arn}
`;
  const { resources, problems } = read(text);
  expect(problems).toEqual([]);
  expect(resources.map(({ type, address }) => `${type} ${address}`)).toEqual([
    "AWS::Lambda::Function F",
    "AWS::IAM::Role FRole",
    "AWS::Lambda::Url FUrl",
    "AWS::Lambda::Function G",
  ]);
  expect(plainValue(resources[0]!.body)).toMatchObject({
    Timeout: 9,
    Layers: ["x", "y"],
    Environment: { Variables: { A: "1", B: "2" } },
    Role: { $of: "FRole.Arn" },
  });
  expect(plainValue(resources[1]!.body)).toMatchObject({
    ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSLambdaExecute"],
    Policies: [
      { PolicyDocument: { $unknown: "SAM writes the policy from S3ReadPolicy" } },
      { PolicyDocument: { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] } },
    ],
  });
  expect(plainValue(resources[3]!.body)).toMatchObject({ Role: { $of: "FRole.Arn" } });
});

describe("what is no good template", () => {
  test.each([
    ["", []],
    ["a: 1", []],
    ["Resources: [1]", []],
    ["Resources: {X: {Type: thing}}", []],
    ["AWSTemplateFormatVersion: x\nResources: {X: {}}", ["resource X has no type"]],
    [
      "Transform: Own\nResources: {X: {Type: AWS::S3::Bucket}}",
      ["the macro Own may change the template when it is deployed"],
    ],
  ])("%s", (text, wanted) => {
    expect(read(text).problems.map(({ message }) => message)).toEqual(wanted);
  });

  test("texts that double themselves stay small", () => {
    let text = "x".repeat(50);
    for (let depth = 0; depth < 40; depth++)
      text = `{"Fn::Sub": ["\${a}\${a}\${a}\${a}", {"a": ${depth === 0 ? `"${text}"` : text}}]}`;
    const whole = `{"Resources": {"X": {"Type": "AWS::S3::Bucket", "Properties": {"P": ${text}}}}}`;
    const [resource] = read(whole, "t.json").resources;
    expect(JSON.stringify(plainValue(resource!.body)).length).toBeLessThan(100_000);
  });

  test("loops within loops stop", () => {
    const list = `[${Array.from({ length: 60 }, (_, at) => at).join(", ")}]`;
    let body = "{'K${A}${B}${C}${D}': 1}";
    for (const name of ["A", "B", "C", "D"])
      body = `{'Fn::ForEach::${name}': [${name}, ${list}, ${body}]}`;
    const text = `Resources:\n  X:\n    Type: AWS::S3::Bucket\n    Properties: ${body}\n`;
    expect(read(text).problems.map(({ message }) => message)).toEqual([
      "only the first 200000 values are read",
    ]);
  });

  test("lookups within lookups stop", () => {
    let key = "dev";
    for (let depth = 0; depth < 40; depth++)
      key = `{"Fn::FindInMap": ["M", {"Ref": "S"}, ${depth === 0 ? `"k"` : key}]}`;
    const text = `{"Parameters": {"S": {"AllowedValues": ["a", "b"]}}, "Mappings": {"M": {"a": {"k": "k"}, "b": {"k": "k"}}},
      "Resources": {"X": {"Type": "AWS::S3::Bucket", "Properties": {"P": ${key}}}}}`;
    expect(read(text, "t.json").resources).toHaveLength(1);
  });
});
