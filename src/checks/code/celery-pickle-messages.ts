import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";

const settings =
  /^(?:accept_content|result_accept_content|task_serializer|result_serializer|CELERY_ACCEPT_CONTENT|CELERY_TASK_SERIALIZER|CELERY_RESULT_SERIALIZER)$/;

function namesPickle(view: PythonView, node: Expression): boolean {
  const value = view.value(node);
  const items = value.elements() ?? [value];
  return items.some((item) =>
    /^(?:pickle|application\/x-python-serialize)$/.test(item.string() ?? ""),
  );
}

export const celeryPickleMessages = defineCheck({
  meta: {
    id: "celery-pickle-messages",
    code: "PV-CODE-121",
    title: "Celery workers unpickle the messages of the broker",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-502", "OWASP-ML06:2023"],
    why: "Whoever may write to the broker (an open Redis is enough) runs code in every worker.",
    mend: "Use the JSON serializer, and leave `pickle` out of `accept_content`.",
    blind: "Settings that come from a file or the environment.",
    references: ["https://docs.celeryq.dev/en/stable/userguide/security.html"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from celery import Celery\napp = Celery("ml")\napp.conf.update(accept_content=["pickle", "json"])\n',
        },
      ],
      clean: [
        {
          code: 'from celery import Celery\napp = Celery("ml")\napp.conf.update(accept_content=["json"])\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("pickle") && (file.mentions("elery") || file.mentions("CELERY")),
  run: (view, report) => {
    for (const { node } of view.facts.calls) {
      for (const keyword of node.keywords) {
        if (keyword.arg !== null && settings.test(keyword.arg) && namesPickle(view, keyword.value))
          report(keyword);
      }
    }
    for (const assign of view.facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      const name =
        target?.kind === "Attribute"
          ? target.attr
          : target?.kind === "Name"
            ? target.id
            : undefined;
      if (name === undefined || assign.value === null || !settings.test(name)) continue;
      if (namesPickle(view, assign.value)) report(assign);
    }
  },
});
