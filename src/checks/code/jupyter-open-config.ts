import type { FindingDetails } from "../../core/index.ts";
import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";

const apps =
  /^(?:ServerApp|NotebookApp|IdentityProvider|PasswordIdentityProvider|JupyterHub|LabApp|Spawner)$/;

function judge(name: string, value: PythonValue): FindingDetails | undefined {
  switch (name) {
    case "token":
      return value.is("")
        ? {
            severity: "high",
            message: "Jupyter asks for no token: everybody who reaches the port has a shell",
          }
        : undefined;
    case "disable_check_xsrf":
      return value.is(true)
        ? { severity: "medium", message: "A page that you visit can send requests to your Jupyter" }
        : undefined;
    case "allow_origin":
      return value.is("*")
        ? { severity: "medium", message: "Every web page may talk to this Jupyter" }
        : undefined;
    case "allow_origin_pat":
      return value.is(".*")
        ? { severity: "medium", message: "Every web page may talk to this Jupyter" }
        : undefined;
    case "allow_unauthenticated_access":
      return value.is(true)
        ? { severity: "low", message: "Handlers of extensions answer without a login" }
        : undefined;
    case "ip":
      return value.is("*") || value.is("0.0.0.0")
        ? { severity: "low", audience: "pedantic", message: "Jupyter listens on all interfaces" }
        : undefined;
    case "allow_root":
      return value.is(true)
        ? { severity: "low", audience: "pedantic", message: "Notebooks run as root" }
        : undefined;
    case "authenticator_class": {
      const isDummy = value.is("dummy") || value.string()?.includes("DummyAuthenticator") === true;
      return isDummy
        ? {
            severity: "high",
            confidence: "medium",
            message: "JupyterHub lets in everybody under any name",
          }
        : undefined;
    }
    default:
      return undefined;
  }
}

export const jupyterOpenConfig = defineCheck({
  meta: {
    id: "jupyter-open-config",
    code: "PV-CODE-604",
    title: "Jupyter's protections are configured away",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-352", "OWASP-ASI05:2026", "ATLAS:AML.T0049", "ATLAS:AML.T0012"],
    why: "A notebook server runs whatever it is sent: without its token, or open to other pages, so does everybody else.",
    mend: "Leave the token alone (or set a password), keep the XSRF check, and name the one origin that needs it.",
    blind: "A proxy with a login in front.",
    references: ["https://jupyter-server.readthedocs.io/en/latest/operators/security.html"],
    since: "0.1.0",
    examples: {
      found: [
        { path: "jupyter_server_config.py", code: "c = get_config()\nc.ServerApp.token = ''\n" },
      ],
      clean: [
        { path: "jupyter_server_config.py", code: "c = get_config()\nc.ServerApp.port = 8889\n" },
      ],
    },
  },
  wants: (file) => file.path.includes("jupyter") || file.mentions("get_config"),
  run: (view, report) => {
    for (const assign of view.facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (
        target?.kind !== "Attribute" ||
        assign.value === null ||
        target.value.kind !== "Attribute"
      )
        continue;
      const { value: base, attr: app } = target.value;
      if (base.kind !== "Name" || base.id !== "c" || !apps.test(app)) continue;
      const details = judge(target.attr, view.value(assign.value));
      if (details !== undefined) report(assign, details);
    }
  },
});
