// The AI services that are bought as they are, and the machines below.
import { defineType, flag, text, value } from "../../type.ts";

export const documentProcessor = defineType({
  label: "Document AI processor",
  names: { terraform: "google_document_ai_processor", gcp: "documentai.googleapis.com/Processor" },
  facts: { name: text("name"), key: text("kmsKeyName") },
});

export const documentWarehouse = defineType({
  label: "Document AI Warehouse location",
  names: { terraform: "google_document_ai_warehouse_location" },
  facts: { key: text("kms_key") },
});

export const dialogflowAgent = defineType({
  label: "Dialogflow agent",
  names: { terraform: "google_dialogflow_agent", gcp: "dialogflow.googleapis.com/Agent" },
  facts: { logging: flag("enableLogging", { absent: false }) },
});

const cxLogging = {
  terraform: [
    "advanced_settings.logging_settings.enable_stackdriver_logging",
    "enable_stackdriver_logging",
  ],
  gcp: ["advancedSettings.loggingSettings.enableStackdriverLogging", "enableStackdriverLogging"],
  absent: false,
} as const;

export const dialogflowCxAgent = defineType({
  label: "Dialogflow CX agent",
  names: { terraform: "google_dialogflow_cx_agent", gcp: "dialogflow.googleapis.com/CxAgent" },
  facts: { name: text("name"), logging: flag("enableStackdriverLogging", cxLogging) },
});

export const dialogflowCxWebhook = defineType({
  label: "Dialogflow CX webhook",
  names: { terraform: "google_dialogflow_cx_webhook" },
  facts: { logging: flag("enable_stackdriver_logging", { absent: false }) },
});

export const tpu = defineType({
  label: "TPU",
  names: { terraform: "google_tpu_v2_vm", gcp: "tpu.googleapis.com/Node" },
  facts: {
    name: text("name"),
    externalIps: flag("networkConfig.enableExternalIps"),
    secureBoot: flag("shieldedInstanceConfig.enableSecureBoot", { absent: false }),
    serviceAccount: value("serviceAccount.email"),
  },
});
