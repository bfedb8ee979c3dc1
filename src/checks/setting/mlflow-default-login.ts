import { defineCheck } from "../define.ts";

export const mlflowDefaultLogin = defineCheck({
  meta: {
    id: "mlflow-default-login",
    code: "PV-CONF-005",
    title: "MLflow's login is the one in its manual",
    asset: "setting",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1393", "CWE-798", "OWASP-ML10:2023", "ATLAS:AML.T0012"],
    why: "Everybody knows the password of the administrator, and with it replaces models that others load.",
    mend: "Set a password of your own through `MLFLOW_AUTH_CONFIG_PATH`, kept out of the repository.",
    blind: "A password that was changed through the API afterwards.",
    references: ["https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "basic_auth.ini",
          code: "[mlflow]\nadmin_username = admin\nadmin_password = password1234\n",
        },
      ],
      clean: [{ path: "basic_auth.ini", code: "[mlflow]\ndefault_permission = READ\n" }],
    },
  },
  wants: (file) => file.mentions("mlflow"),
  run: ({ settings }, report) => {
    for (const setting of settings) {
      if (setting.key === "mlflow.admin_password" && /^password(?:1234)?$/.test(setting.value))
        report(setting);
      else if (
        setting.key === "mlflow.default_permission" &&
        /^(?:EDIT|MANAGE)$/i.test(setting.value)
      ) {
        report(setting, {
          severity: "medium",
          message: "Every user may change every experiment and model",
        });
      }
    }
  },
});
