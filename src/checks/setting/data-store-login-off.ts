import { isOff, isOn } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";

const switches: readonly {
  readonly key: RegExp;
  readonly isOpen: (value: string) => boolean;
  readonly name: string;
}[] = [
  { key: /(?:^|\.)common\.security\.authorizationEnabled$/, isOpen: isOff, name: "Milvus" },
  { key: /^xpack\.security\.enabled$/, isOpen: isOff, name: "Elasticsearch" },
  { key: /^plugins\.security\.disabled$/, isOpen: isOn, name: "OpenSearch" },
  { key: /^(?:authentication|auth)\.anonymous_access\.enabled$/, isOpen: isOn, name: "Weaviate" },
];

export const dataStoreLoginOff = defineCheck({
  meta: {
    id: "data-store-login-off",
    code: "PV-CONF-006",
    title: "A store of documents and vectors is configured without a login",
    asset: "setting",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "OWASP-LLM09:2026",
      "OWASP-LLM08:2025",
      "OWASP-LLM05:2026",
      "OWASP-LLM04:2025",
      "ATLAS:AML.T0070",
      "ATLAS:AML.T0085.000",
    ],
    why: "Everybody who reaches the port reads what the assistant knows, and writes what it will be told.",
    mend: "Turn the login on and give each program an account of its own.",
    blind: "A network that is closed to others.",
    since: "0.1.0",
    examples: {
      found: [{ path: "elasticsearch.yml", code: "xpack.security.enabled: false\n" }],
      clean: [{ path: "elasticsearch.yml", code: "xpack.security.enabled: true\n" }],
    },
  },
  wants: (file) =>
    file.mentions("authorizationEnabled") ||
    file.mentions("security") ||
    file.mentions("anonymous_access"),
  run: ({ settings }, report) => {
    for (const setting of settings) {
      const found = switches.find(
        ({ key, isOpen }) => key.test(setting.key) && isOpen(setting.value),
      );
      if (found !== undefined) report(setting, { message: `${found.name} asks for no login` });
    }
  },
});
