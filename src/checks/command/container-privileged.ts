import { defineCheck } from "../define.ts";

export const containerPrivileged = defineCheck({
  meta: {
    id: "container-privileged",
    code: "PV-CMD-021",
    title: "A container has the rights of the host",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "CWE-653", "OWASP-ASI03:2026"],
    why: "Code that gets into the container, by a model file or a tool, has the machine and its other containers.",
    mend: "Name what it needs: `--gpus`, `--device`, `--cap-add`.",
    blind: "Kubernetes, which has checks of its own.",
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "docker run --privileged acme/train\n" }],
      clean: [{ path: "start.sh", code: "docker run --gpus all acme/train\n" }],
    },
  },
  run: ({ containers }, report) => {
    for (const container of containers)
      if (container.privileged !== undefined) report(container.privileged, { extent: container });
  },
});
