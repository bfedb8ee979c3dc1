import type { FindingDetails } from "../../core/index.ts";
import { isOn } from "../../formats/command/view.ts";
import type { Setting, SettingView } from "../../formats/setting/view.ts";
import { isCommit, isLocalPath } from "../code/artifacts.ts";
import { defineCheck } from "../define.ts";

const models = [
  "base_model",
  "model_name_or_path",
  "model_id",
  "model",
  "name",
  "pretrained_model_name_or_path",
  "model_name",
  "path",
] as const;

/** The settings beside this one, by name. */
function beside(
  view: SettingView,
  setting: Setting,
  names: readonly string[],
): Setting | undefined {
  const prefix = setting.key.slice(0, setting.key.lastIndexOf(".") + 1);
  for (const name of names) {
    const found = view.settings.find(({ key }) => key === prefix + name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function judge(view: SettingView, setting: Setting): FindingDetails {
  const model = beside(view, setting, models);
  const revision = beside(view, setting, ["revision", "model_revision", "revision_of_model"]);
  if (revision !== undefined && isCommit(revision.value))
    return {
      severity: "low",
      message: "Code from the model's repository runs, as it was at the commit that is named",
    };
  if (model === undefined || !/^[\w.-]+\/[\w.-]+$/.test(model.value)) return {};
  if (isLocalPath(model.value)) return { severity: "low", audience: "pedantic" };
  return {
    message: `Whatever code the owner of \`${model.value}\` puts there runs where this is read`,
  };
}

export const trustRemoteCodeSetting = defineCheck({
  meta: {
    id: "trust-remote-code-setting",
    code: "PV-CONF-008",
    title: "A configuration trusts code from a model's repository",
    asset: "setting",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-829",
      "CWE-94",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0011.000",
    ],
    why: "Python files of the repository run in whatever reads this file. Its owner, or whoever takes the account over, can change them any day.",
    mend: "Use a model that needs no code of its own; else read the code and pin `revision` to the commit you have read.",
    blind: "Which program reads it.",
    since: "0.1.0",
    examples: {
      found: [{ path: "train.yaml", code: "base_model: acme/net-7b\ntrust_remote_code: true\n" }],
      clean: [{ path: "train.yaml", code: "base_model: acme/net-7b\ntrust_remote_code: false\n" }],
    },
  },
  wants: (file) =>
    file.mentions("trust_remote_code") ||
    file.mentions("trust-remote-code") ||
    file.mentions("trustRemoteCode"),
  run: (view, report) => {
    for (const setting of view.named(
      "args",
      "extra_args",
      "extraargs",
      "vllm_args",
      "server_args",
      "additional_args",
    )) {
      if (/(?:^|\s)--trust[-_]remote[-_]code(?:$|\s|=true)/i.test(setting.value.slice(0, 5_000)))
        report(setting);
    }
    for (const setting of view.named("trust_remote_code", "trustremotecode")) {
      // Variables are read by `environment-switch-set`.
      if (isOn(setting.value) && view.kind !== "dotenv") report(setting, judge(view, setting));
    }
  },
});
