import { describe, expect, test } from "vitest";
import { indexLines, type AssetKind } from "../../core/index.ts";
import { readInfra } from "../read.ts";
import type { Document, Value } from "../value.ts";
import { readCloudFormation } from "./cloudformation/read.ts";
import { readKubernetes } from "./kubernetes/read.ts";
import { readPulumi } from "./pulumi/read.ts";

const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions]
Parameters:
  Stage: {Type: String, AllowedValues: [dev, prod]}
  Subnets: {Type: CommaDelimitedList, Default: 'a,b'}
Mappings: {M: {dev: {size: small}, prod: {size: large}}}
Conditions:
  Live: !Equals [!Ref Stage, prod]
  Both: !And [!Condition Live, !Not [!Equals [a, b]]]
Globals: {Function: {Timeout: 3, Environment: {Variables: {A: '1'}}}}
Resources:
  Notebook:
    Type: AWS::SageMaker::NotebookInstance
    Condition: Both
    Properties:
      SubnetId: !Select [0, !Ref Subnets]
      KmsKeyId: !If [Live, !GetAtt Key.Arn, !Ref AWS::NoValue]
      InstanceType: !FindInMap [M, !Ref Stage, size]
      NotebookInstanceName: !Sub ['\${Stage}-\${x}-\${AWS::Region}', {x: !Join ['-', [a, !Ref Stage]]}]
      Tags: {Fn::ForEach::T: [K, [a, b], {'t\${K}': !Ref K}]}
  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Fn::ToJsonString: {Statement: []}}}}
  F: {Type: AWS::Serverless::Function, Properties: {Policies: [AWSLambdaExecute]}}
`;
const chart = `{{- if .Values.create -}}
{{- $name := default "x" .Values.name }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "x.fullname" . }}-{{ $name | quote }}
  labels:
    {{- include "x.labels" . | nindent 4 }}
spec:
  template:
    spec:
      {{- with .Values.security }}
      securityContext:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        {{- range $key, $value := .Values.list }}
        - name: {{ $value }}
        {{- end }}
        - name: main
          image: "{{ .Values.image.name }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          {{- if and .Values.a (not .Values.b) }}
          args: [{{ printf "%s" .Values.c }}]
          {{- else if eq .Values.d "e" }}
          args: []
          {{- end }}
{{- end }}
---
apiVersion: v1
kind: List
items: [{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b}, spec: {containers: &c [{name: x}], initContainers: *c}}]
`;
const values =
  "create: true\nname: n\nsecurity: {runAsUser: 0}\nlist: [1]\nimage: {name: a, tag: ''}\n";
const program = `resources:
  lake: {type: 'aws:s3:Bucket', properties: {bucket: '\${v}', tags: {a: b}}}
  policy: {type: 'aws:s3:BucketPolicy', properties: {bucket: '\${lake.id}', policy: {fn::toJSON: {a: 1}}}}
variables: {v: 'x-\${pulumi.stack}'}
config: {key: {default: 1}}
`;
const stack = JSON.stringify({
  deployment: {
    resources: [
      {
        urn: "urn:pulumi:d::s::aws:s3/bucket:Bucket::l",
        type: "aws:s3/bucket:Bucket",
        inputs: { bucket: "x", rules: [{ someKey: true }] },
        propertyDependencies: { bucket: ["urn:x"] },
      },
    ],
  },
});

const pieces = [
  "{{",
  "}}",
  "{{- if .Values.x }}",
  "{{ end }}",
  "{{ else }}",
  "${",
  "}",
  "!Ref ",
  "!Sub ",
  "!If [",
  "Fn::ForEach::A: ",
  "'",
  '"',
  "|",
  "&a ",
  "*a",
  "<<: *a",
  "- ",
  ": ",
  "\n",
  "\t",
  "---\n",
  "\ue000",
  "\ue100\ue001\ue002",
  "[",
  "]",
  "{",
  ",",
  "#",
  "\0",
  "\ud800",
  "\r",
  "  ",
  "null",
  "1e999",
  "{{resolve:ssm:a}}",
];

/** The same numbers for the same seed, so that what fails can be looked at. */
function dice(seed: number): (below: number) => number {
  let state = seed + 0x9e3779b9;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    state ^= state >>> 15;
    return (state >>> 0) % below;
  };
}

function mutated(text: string, seed: number): string {
  const roll = dice(seed);
  let changed = text;
  for (let times = 1 + roll(6); times > 0; times--) {
    const at = roll(changed.length + 1);
    const end = Math.min(changed.length, at + roll(30));
    const part = [
      () => pieces[roll(pieces.length)]!,
      () => "",
      () => changed.slice(at, end).repeat(1 + roll(5)),
      () => changed.slice(roll(changed.length + 1)).slice(0, roll(60)),
      () => String.fromCharCode(roll(0x300)),
    ][roll(5)]!();
    changed = changed.slice(0, at) + part + changed.slice(roll(2) === 0 ? at : end);
  }
  return changed;
}

function documentOf(path: string, text: string): Document {
  const kind: AssetKind = path.endsWith(".json") ? "json" : "yaml";
  return { path, kind, text, lines: indexLines(text) };
}

/** Holds that every place is within its document. */
function expectPlaces(value: Value): void {
  const { start, end, document } = value.at;
  if (!(start >= 0 && start <= end && end <= document.text.length))
    expect.fail(`place ${start}–${end} of ${value.kind} is not within 0–${document.text.length}`);
  if (value.kind === "list") value.items.forEach(expectPlaces);
  else if (value.kind === "map") value.entries.forEach(expectPlaces);
  else if (value.kind === "choice") value.options.forEach(expectPlaces);
  else if (value.kind === "json") expectPlaces(value.value);
  else if (value.kind === "template")
    for (const part of value.parts) if (typeof part !== "string") expectPlaces(part);
}

const rounds = Number(process.env["PAVISE_MUTATIONS"] ?? 300);

describe("files that are changed at random are read without harm", () => {
  test.each([
    ["template.yaml", template, readCloudFormation],
    [
      "template.json",
      JSON.stringify({
        Resources: { A: { Type: "AWS::S3::Bucket", Properties: { P: { "Fn::Sub": "${A.Arn}" } } } },
      }),
      readCloudFormation,
    ],
    ["chart/templates/a.yaml", chart, (document: Document) => readKubernetes(document)],
    [
      "chart/templates/a.yaml",
      chart,
      (document: Document) =>
        readKubernetes(document, { values: documentOf("chart/values.yaml", values) }),
    ],
    [
      "chart/values.yaml",
      values,
      (document: Document) =>
        readKubernetes(documentOf("chart/templates/a.yaml", chart), { values: document }),
    ],
    ["Pulumi.yaml", program, readPulumi],
    ["stack.json", stack, readPulumi],
    [
      "kustomization.yaml",
      "patches: [{path: ../a.yaml}]\nresources: [b.yaml]\n",
      (document: Document) => readInfra([document]),
    ],
  ])(
    "%s",
    (path, text, read) => {
      for (let seed = 0; seed < rounds; seed++) {
        const { resources, problems } = read(documentOf(path, mutated(text, seed)));
        for (const { body } of resources) expectPlaces(body);
        expect(problems.length).toBeLessThan(50);
      }
    },
    600_000,
  );
});
