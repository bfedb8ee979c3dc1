import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, gitlab, workflow } from "../../testing/pipeline-cases.ts";
import { scanAfterPush } from "./scan-after-push.ts";

const build = (tags: string, push = "true"): string =>
  `- uses: docker/build-push-action@v6\n  with:\n    push: ${push}\n    tags: ${tags}\n`;
const trivy = "- uses: aquasecurity/trivy-action@v0\n  with:\n    image-ref: a/b:latest";

checkCases(scanAfterPush, {
  found: [
    workflow({ steps: `${build("a/b:latest")}${trivy}` }),
    workflow({ steps: `${build("a/b:latest", "${{ github.event_name != 'x' }}")}${trivy}` }),
    workflow({ steps: "- run: docker buildx build --push -t a/b:1 .\n- run: grype a/b:1" }),
    gitlab(
      "job:\n  stage: x\n  script:\n    - docker push a/b:latest\n    - trivy image a/b:latest\n",
    ),
  ],
  clean: [
    workflow({ steps: `${build("a/b:latest", "false")}${trivy}\n- run: docker push a/b:latest` }),
    workflow({ steps: `${trivy}\n${build("a/b:latest")}` }),
    workflow({ steps: `${build("a/b:latest")}- run: trivy fs .` }),
    workflow({ steps: "- run: git push\n- run: grype dir:." }),
  ],
});

test("a name that nobody pulls yet is for the pedantic", () => {
  const audience = (tags: string): unknown =>
    findingsIn(scanAfterPush, workflow({ steps: `${build(tags)}${trivy}` }))[0]?.details.audience;
  expect(audience("a/b:latest")).toBeUndefined();
  expect(audience("a/b:${{ github.sha }}")).toBe("pedantic");
});
