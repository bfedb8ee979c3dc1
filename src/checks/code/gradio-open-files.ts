import { defineCheck } from "../define.ts";
import { gradioLaunches } from "./gradio-share.ts";

export const gradioOpenFiles = defineCheck({
  meta: {
    id: "gradio-open-files",
    code: "PV-CODE-602",
    title: "A demo hands out files of the machine",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-552", "CWE-22", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Everybody who opens the page downloads any file under these folders: keys, environment files, models.",
    mend: "Name the one folder that holds what the page shows.",
    blind: "Folders that are put together at run time.",
    references: ["https://www.gradio.app/guides/file-access"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import gradio as gr\ngr.Interface(f).launch(allowed_paths=["/"])\n' }],
      clean: [{ code: 'import gradio as gr\ngr.Interface(f).launch(allowed_paths=["static"])\n' }],
    },
  },
  run: (view, report) => {
    const launches = gradioLaunches(view).map((call) => ({
      call,
      paths: call.keyword("allowed_paths"),
    }));
    const others = view
      .methods("set_static_paths", "mount_gradio_app")
      .filter(({ name }) => name.startsWith("gradio."))
      .map((call) => ({ call, paths: call.keyword("allowed_paths") ?? call.argument(0, "paths") }));
    for (const { call, paths } of [...launches, ...others]) {
      for (const element of paths?.elements() ?? []) {
        const path = element.string();
        if (path === undefined) continue;
        if (
          /^(?:\/|~\/?|\/(?:home|root|etc|mnt|data|var|Users|opt|proc)\/?|[A-Za-z]:[/\\]?)$/.test(
            path,
          )
        ) {
          report(element, {
            extent: call,
            message: `Every file under \`${path}\` can be downloaded`,
          });
        } else if (/^\.{1,2}\/?$/.test(path)) {
          const message =
            "Every file beside the program can be downloaded: its source, `.env`, models";
          report(element, { extent: call, message, severity: "medium" });
        }
      }
    }
  },
});
