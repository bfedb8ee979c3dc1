// Where people write and run code: Workbench, what came before it, and Colab Enterprise.
import { defineType, flag, list, text, texts, value } from "../../type.ts";

/** A user-managed notebook, the first kind; ended, but Terraform still writes it. */
export const notebooksInstance = defineType({
  label: "user-managed notebook",
  names: { terraform: "google_notebooks_instance" },
  facts: {
    noPublicIp: flag("no_public_ip", { absent: false }),
    noProxy: flag("no_proxy_access", { absent: false }),
    vtpm: flag("shielded_instance_config.enable_vtpm", { absent: true }),
    integrity: flag("shielded_instance_config.enable_integrity_monitoring", { absent: true }),
    key: text("kms_key"),
    encryption: text("disk_encryption"),
    serviceAccount: value("service_account"),
  },
});

/** A managed notebook, the second kind. */
export const notebooksRuntime = defineType({
  label: "managed notebook runtime",
  names: { terraform: "google_notebooks_runtime" },
  facts: {
    key: text("virtual_machine.virtual_machine_config.encryption_config.kms_key"),
    internalIpOnly: flag("virtual_machine.virtual_machine_config.internal_ip_only", {
      absent: false,
    }),
  },
});

const metadata = (name: string): { readonly terraform: string; readonly gcp: string } => ({
  terraform: `gce_setup.metadata.${name}`,
  gcp: `gceSetup.metadata.${name}`,
});

/** A Workbench instance, the kind of today. */
export const workbench = defineType({
  label: "Workbench instance",
  names: { terraform: "google_workbench_instance", gcp: "notebooks.googleapis.com/Instance" },
  facts: {
    name: text("name"),
    noPublicIp: flag("gceSetup.disablePublicIp", { absent: false }),
    noProxy: flag("disableProxyAccess", { absent: false }),
    owners: texts("instanceOwners"),
    bootKey: text("gceSetup.bootDisk.kmsKey"),
    dataDisks: list("gceSetup.dataDisks"),
    serviceAccounts: list("gceSetup.serviceAccounts"),
    secureBoot: flag("gceSetup.shieldedInstanceConfig.enableSecureBoot", { absent: false }),
    vtpm: flag("gceSetup.shieldedInstanceConfig.enableVtpm", { absent: true }),
    integrity: flag("gceSetup.shieldedInstanceConfig.enableIntegrityMonitoring", { absent: true }),
    noRoot: flag("gceSetup.metadata.notebook-disable-root", {
      ...metadata("notebook-disable-root"),
      absent: false,
    }),
    noDownloads: flag("gceSetup.metadata.notebook-disable-downloads", {
      ...metadata("notebook-disable-downloads"),
      absent: false,
    }),
    idle: text("gceSetup.metadata.idle-timeout-seconds", metadata("idle-timeout-seconds")),
    serial: flag("gceSetup.metadata.serial-port-enable", {
      ...metadata("serial-port-enable"),
      absent: false,
    }),
    startScript: text("gceSetup.metadata.post-startup-script", metadata("post-startup-script")),
  },
});

/** A template of Colab Enterprise. */
export const runtimeTemplate = defineType({
  label: "notebook runtime template",
  names: {
    terraform: "google_colab_runtime_template",
    gcp: "aiplatform.googleapis.com/NotebookRuntimeTemplate",
  },
  facts: {
    name: text("name"),
    internet: flag("networkSpec.enableInternetAccess"),
    network: text("networkSpec.network"),
    idleOff: flag("idleShutdownConfig.idleShutdownDisabled", { absent: false }),
    idleTimeout: text("idleShutdownConfig.idleTimeout"),
    credentialsOff: flag("eucConfig.eucDisabled", { absent: false }),
    secureBoot: flag("shieldedVmConfig.enableSecureBoot", { absent: false }),
    key: text("encryptionSpec.kmsKeyName"),
  },
});
