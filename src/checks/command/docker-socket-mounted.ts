import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";

function judge(volume: string): FindingDetails | undefined {
  const source = /(?:^|,)(?:source|src)=([^,]+)/.exec(volume)?.[1] ?? volume.split(":", 1)[0] ?? "";
  if (
    /^(?:\/var)?\/run\/(?:docker|containerd\/containerd|podman\/podman|crio\/crio)\.sock$/.test(
      source,
    )
  )
    return {};
  if (source === "/" || /^\/(?:etc|root|boot)\/?$/.test(source)) {
    return {
      message: `The container sees \`${source}\` of the host`,
      severity: "medium",
      confidence: "medium",
    };
  }
  return undefined;
}

export const dockerSocketMounted = defineCheck({
  meta: {
    id: "docker-socket-mounted",
    code: "PV-CMD-022",
    title: "A container may start others with the rights of the host",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "CWE-653", "OWASP-ASI03:2026"],
    why: "Whoever has the engine's socket has the host: one command starts a privileged container with its disk.",
    mend: "Put a proxy in between that allows only the calls needed, or use a rootless engine for it.",
    blind: "Kubernetes, which has checks of its own.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "start.sh",
          code: "docker run -v /var/run/docker.sock:/var/run/docker.sock acme/agent\n",
        },
      ],
      clean: [{ path: "start.sh", code: "docker run -v ./data:/data acme/agent\n" }],
    },
  },
  run: ({ containers }, report) => {
    for (const container of containers) {
      for (const volume of container.volumes) {
        const details = judge(volume.text);
        if (details !== undefined) report(volume, { extent: container, ...details });
      }
    }
  },
});
