import type { AssetKind } from "../../../core/index.ts";

/** A pipeline, or the recipe of an image, with much of what its language has. */
export interface Sample {
  readonly kind: AssetKind;
  readonly path: string;
  readonly text: string;
}

const workflow = `name: train
on:
  pull_request_target:
    types: [opened]
  issue_comment:
  workflow_dispatch:
    inputs:
      model: { required: true }
permissions: write-all
defaults:
  run:
    shell: bash
env: &env
  HF_TOKEN: \${{ secrets.HF_TOKEN }}
jobs:
  train:
    if: \${{ github.actor == 'dependabot[bot]' }} || true
    runs-on: [self-hosted, gpu]
    container:
      image: nvcr.io/nvidia/pytorch:latest
    services:
      redis: { image: redis }
    env: *env
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - id: title
        env:
          TITLE: \${{ github.event.issue.title }}
        run: |
          echo "title=$TITLE" >> "$GITHUB_OUTPUT"
          echo "TITLE=$TITLE" >> $GITHUB_ENV
      - run: |
          set -x
          pip install -U torch 'transformers>=4' \\
            --extra-index-url https://a.example/simple
          python -c "from transformers import AutoModel; AutoModel.from_pretrained('a/b')"
          python - <<'EOF'
          import torch
          torch.hub.load('a/b', 'c')
          EOF
          echo "$HF_TOKEN" | base64
          echo \${{ steps.title.outputs.title }} \${{ toJSON(secrets) }}
          aws s3 cp s3://models/net.pkl . && modelscan -p net.pkl || true
      - uses: someone/deploy@main
      - uses: actions/github-script@v7
        with:
          script: |
            console.log("\${{ github.event.comment.body }}");
      - uses: anthropics/claude-code-action@v1
        with:
          prompt: "\${{ github.event.comment.body }}"
      - uses: docker/build-push-action@v6
        with: { push: true, tags: "a/b:latest" }
      - uses: aquasecurity/trivy-action@0.28.0
        with: { image-ref: "a/b:latest", exit-code: "0" }
      - uses: actions/upload-artifact@v3
        with: { path: . }
  call:
    uses: a/b/.github/workflows/c.yml@v1
    secrets: inherit
`;

const gitlab = `include:
  - remote: https://a.example/x.yml
  - project: a/b
    file: c.yml
variables:
  CI_DEBUG_TRACE: "true"
default:
  image: python:latest
.base: &base
  before_script:
    - pip install torch
    - echo $CI_JOB_TOKEN
  variables: { A: b }
train:
  <<: *base
  extends: [.base]
  stage: train
  tags: [gpu]
  services:
    - name: docker:dind
  script:
    - !reference [.base, before_script]
    - eval "$CI_COMMIT_MESSAGE"
    - aws s3 cp s3://m/net.pkl .
    - docker push a/b:latest
    - trivy image a/b:latest || true
  allow_failure: true
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
`;

const azure = `trigger: [main]
pr: ['*']
pool: gpus
resources:
  repositories:
    - repository: t
      name: a/b
      ref: refs/heads/main
  containers:
    - container: c
      image: python:latest
variables:
  - name: system.debug
    value: true
stages:
  - stage: a
    jobs:
      - job: b
        container: ubuntu
        steps:
          - checkout: self
          - script: |
              echo $(Build.SourceVersionMessage)
              pip install torch
              bandit -r . || true
            continueOnError: true
          - \${{ if eq(parameters.x, true) }}:
              - task: AzureCLI@2
                inputs:
                  scriptType: bash
                  inlineScript: azcopy copy 'https://a.blob.core.windows.net/m/net.pkl' .
      - deployment: d
        environment: prod
        strategy:
          runOnce:
            deploy:
              steps:
                - bash: pip install vllm
`;

const jenkins = `@Library('shared@main') _
/* a comment */
pipeline {
  agent { docker { image 'python:latest' } }
  environment {
    HF_TOKEN = credentials('hf')
  }
  stages {
    stage('Train') {
      agent { label 'gpu' }
      when { changeRequest() }
      steps {
        sh "pip install torch && echo \${env.CHANGE_TITLE} \${HF_TOKEN}"
        withCredentials([usernamePassword(credentialsId: 'x', usernameVariable: 'U', passwordVariable: 'P')]) {
          sh '''
            set -x
            aws s3 cp s3://m/net.pkl . # with $P
            echo $P | base64
          '''
        }
        catchError(buildResult: 'SUCCESS') {
          sh(script: "bandit -r . \\"a\\"", returnStatus: true)
        }
        script {
          docker.image("a/b").inside { bat 'x' }
        }
      }
    }
  }
}
`;

const dockerfile = `# syntax=docker/dockerfile:1
ARG TAG=latest
FROM --platform=linux/amd64 python:\${TAG} AS base
ARG HF_TOKEN
ENV HF_TOKEN=$HF_TOKEN \\
    # why
    B=c
RUN pip install torch transformers && \\
    python -c "from transformers import AutoModel; AutoModel.from_pretrained('a/b')"
RUN <<EOF
curl -LO https://a.example/net.pt
EOF
RUN python3 <<PY
import torch; torch.hub.load('a/b', 'c')
PY
COPY --from=ghcr.io/a/b:latest /x /y
FROM base
ADD https://a.example/net.pt /models/
COPY .env credentials.json /app/
USER root
EXPOSE 8888 8265/tcp
HEALTHCHECK CMD curl -f localhost
ENTRYPOINT ["sh", "-c"]
CMD ["uvicorn app:app --host 0.0.0.0"]
`;

const compose = `x-base: &base
  restart: always
services:
  llm:
    <<: *base
    image: vllm/vllm-openai:latest
    command: --model a/b --trust-remote-code
    ports: ["8000:8000"]
  lab:
    build:
      context: .
      args:
        HF_TOKEN: \${HF_TOKEN}
    command: sh -c 'pip install flask && jupyter lab'
    ports:
      - "8888:8888"
      - { target: 6006, published: 6006 }
    environment: [A=b, C]
  db:
    image: postgres
`;

/** One of each language. */
export const samples: readonly Sample[] = [
  { kind: "yaml", path: ".github/workflows/train.yml", text: workflow },
  { kind: "yaml", path: ".gitlab-ci.yml", text: gitlab },
  { kind: "yaml", path: "azure-pipelines.yml", text: azure },
  { kind: "text", path: "Jenkinsfile", text: jenkins },
  { kind: "dockerfile", path: "Dockerfile", text: dockerfile },
  { kind: "yaml", path: "compose.yaml", text: compose },
];
