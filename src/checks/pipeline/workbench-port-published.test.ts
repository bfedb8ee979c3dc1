import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { compose, dockerfile, findingsIn } from "../../testing/pipeline-cases.ts";
import { workbenchPortPublished } from "./workbench-port-published.ts";

checkCases(workbenchPortPublished, {
  found: [
    compose('a:\n    build: .\n    ports: ["8888:8888"]'),
    compose('a:\n    image: acme/ray\n    ports: ["0.0.0.0:80:8265/tcp"]'),
    compose("a:\n    build: .\n    ports:\n      - target: 6006\n        published: 80"),
    dockerfile("FROM x\nEXPOSE 8888"),
  ],
  clean: [
    compose('a:\n    build: .\n    ports: ["127.0.0.1:8888:8888"]'),
    compose('a:\n    build: .\n    ports: ["8080:8080", "8888:80"]'),
    compose('a:\n    image: quay.io/jupyter/scipy-notebook\n    ports: ["8888:8888"]'),
    compose("a:\n    build: .\n    expose: [8888]"),
    dockerfile("FROM x\nEXPOSE 8080"),
  ],
});

test("an image alone opens nothing", () => {
  const [found] = findingsIn(workbenchPortPublished, dockerfile("FROM x\nEXPOSE 8888/tcp"));
  expect(found?.details.audience).toBe("audit");
});
