import { commandCases } from "../../testing/command-cases.ts";
import { dataStoreLoginOff } from "./data-store-login-off.ts";

commandCases(dataStoreLoginOff, {
  found: [
    ["yaml", "common:\n  security:\n    authorizationEnabled: false\n"],
    ["yaml", "plugins.security.disabled: true\n"],
    ["yaml", "xpack:\n  security:\n    enabled: false\n"],
  ],
  clean: [
    ["yaml", "common:\n  security:\n    authorizationEnabled: true\n"],
    ["yaml", "app:\n  security:\n    enabled: false\n"],
    ["yaml", "# xpack.security.enabled: false\n"],
  ],
});
