import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { compose, dockerfile, findingsIn, gitlab, workflow } from "../../testing/pipeline-cases.ts";
import { imageHoldsSecret } from "./image-holds-secret.ts";

checkCases(imageHoldsSecret, {
  found: [
    dockerfile("FROM x\nARG HF_TOKEN"),
    dockerfile("FROM x\nARG AWS_SECRET_ACCESS_KEY="),
    dockerfile("FROM x\nENV WANDB_API_KEY=${WANDB_API_KEY}"),
    dockerfile("FROM x\nENV OPENAI_API_KEY $OPENAI_API_KEY"),
    dockerfile("FROM x\nCOPY .env /app/"),
    dockerfile("FROM x\nCOPY --chown=a:b src/.env.production ./"),
    dockerfile("FROM x\nADD credentials.json /app/"),
    dockerfile("FROM x\nCOPY kaggle.json /root/.kaggle/"),
    dockerfile("FROM x\nCOPY .ssh /root/.ssh"),
    gitlab("a:\n  stage: b\n  script: docker build --build-arg HF_TOKEN=$HF_TOKEN .\n"),
    workflow({
      steps:
        "- uses: docker/build-push-action@v6\n  with:\n    build-args: |\n      A=b\n      HF_TOKEN=${{ secrets.HF_TOKEN }}",
    }),
    compose("app:\n    build:\n      context: .\n      args:\n        HF_TOKEN: ${HF_TOKEN}"),
  ],
  clean: [
    dockerfile("FROM x\nARG VERSION\nARG TOKENIZERS_PARALLELISM=false\nENV MAX_TOKENS=$MAX_TOKENS"),
    gitlab("a:\n  stage: b\n  script: docker build --build-arg VERSION=$V --secret id=t .\n"),
    dockerfile("FROM x\nENV SECRET_NAME=$A TOKEN_FILE=$B"),
    dockerfile("FROM x\nCOPY .env.example /app/.env"),
    dockerfile("FROM x\nCOPY src/ tokens.py /app/"),
    dockerfile("FROM x\nCOPY --from=base /root/.netrc /x"),
    dockerfile("FROM x\nRUN --mount=type=secret,id=t cat /run/secrets/t"),
    compose("app:\n    build: .\n    environment:\n      HF_TOKEN: ${HF_TOKEN}"),
  ],
});

test("a stage that is thrown away is for the pedantic", () => {
  const item = dockerfile("FROM x AS build\nARG HF_TOKEN\nFROM y\nCOPY --from=build /a /a");
  expect(findingsIn(imageHoldsSecret, item)[0]?.details.audience).toBe("pedantic");
});
