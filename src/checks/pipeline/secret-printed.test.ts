import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import {
  findingsIn,
  gitlab,
  jenkins,
  workflow,
  type PipelineCase,
} from "../../testing/pipeline-cases.ts";
import { secretPrinted } from "./secret-printed.ts";

const run = (script: string): PipelineCase =>
  workflow({
    steps: `- env:\n    TOKEN: \${{ secrets.TOKEN }}\n  run: |\n    ${script.replaceAll("\n", "\n    ")}`,
  });
const credentials = (script: string): PipelineCase =>
  jenkins(
    `node { withCredentials([string(credentialsId: 'x', variable: 'TOKEN')]) { ${script} } }`,
  );

checkCases(secretPrinted, {
  found: [
    run("echo $TOKEN"),
    run('echo "token is ${TOKEN}"'),
    run('echo "$TOKEN" | base64'),
    run("echo ${{ secrets.OTHER }}"),
    run("echo ${{ secrets.OTHER }} | rev"),
    run('set -x\ncurl -H "$TOKEN" x'),
    run("set -euxo pipefail\nupload $TOKEN"),
    run("printenv"),
    run("env"),
    gitlab("job:\n  stage: x\n  script:\n    - echo $CI_JOB_TOKEN\n"),
    credentials('sh "curl -u ${TOKEN} x"'),
    credentials("sh 'echo $TOKEN'"),
    jenkins(
      "pipeline { environment { KEY = credentials('k') }\n stages { stage('x') { steps { sh \"x ${KEY}\" } } } }",
    ),
  ],
  clean: [
    run('echo "$TOKEN" > token.txt'),
    run('echo "$TOKEN" | docker login -u x --password-stdin'),
    run('echo "$TOKEN" | base64 -d > key.json'),
    run('echo "TOKEN=$TOKEN" >> $GITHUB_ENV'),
    run('echo "::add-mask::$TOKEN"'),
    run('echo "${TOKEN:+set}"'),
    run("echo ${#TOKEN}"),
    run("echo $HOME $OTHER"),
    run("env | sort > /dev/null"),
    run("set -x\nmake"),
    run("env FOO=1 make"),
    run('X=$(echo "$TOKEN" | base64)'),
    run("echo '$TOKEN'"),
    gitlab(
      "job:\n  stage: x\n  script:\n    - echo $CI_COMMIT_SHA $TOKENIZERS_PARALLELISM $MAX_TOKENS\n",
    ),
    credentials("sh 'curl -u $TOKEN x'"),
  ],
});

test("what the log can't mask is worse", () => {
  expect(findingsIn(secretPrinted, run('echo "$TOKEN" | base64'))[0]?.details.severity).toBe(
    "high",
  );
});
