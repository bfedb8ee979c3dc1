import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sJupyterhubOpen } from "./k8s-jupyterhub-open.ts";
import { kind, manifest } from "./testing/manifests.ts";

infraCases(k8sJupyterhubOpen, {
  fail: [
    {
      path: "hub/values.yaml",
      text: "jupyterhub: {hub: {config: {JupyterHub: {authenticator_class: dummy}}}}\n",
    },
    manifest(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata:\n  jupyterhub_config.py: |\n    c.JupyterHub.authenticator_class = 'dummy'\n",
    ),
    manifest(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata:\n  jupyterhub_config.py: |\n    c.JupyterHub.authenticator_class = 'jupyterhub.auth.DummyAuthenticator'\n",
    ),
    manifest(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata:\n  jupyterhub_config.py: |\n    c.JupyterHub.authenticator_class = 'github'\n    c.GitHubOAuthenticator.allow_all = True\n",
    ),
    manifest(
      kind(
        "helm.toolkit.fluxcd.io/v2/HelmRelease",
        "spec: {values: {hub: {config: {JupyterHub: {authenticator_class: dummy}}}}}",
      ),
    ),
    manifest(
      kind(
        "helm.toolkit.fluxcd.io/v2/HelmRelease",
        "spec: {values: {hub: {config: {GitHubOAuthenticator: {allow_all: true}}}}}",
      ),
    ),
  ],
  pass: [
    manifest(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata:\n  jupyterhub_config.py: |\n    c.JupyterHub.authenticator_class = 'github'\n    # c.JupyterHub.authenticator_class = 'dummy'\n",
    ),
    manifest(
      kind(
        "helm.toolkit.fluxcd.io/v2/HelmRelease",
        "spec: {values: {hub: {config: {JupyterHub: {authenticator_class: github}}}}}",
      ),
    ),
  ],
  silent: [
    { path: "chart/values.yaml", text: "image: {tag: a}\n" },
    manifest(kind("v1/ConfigMap", "data: {a: b}")),
  ],
});
