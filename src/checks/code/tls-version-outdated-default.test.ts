import { checkCases } from "../../testing/check-cases.ts";
import { tlsVersionOutdatedDefault } from "./tls-version-outdated-default.ts";

checkCases(tlsVersionOutdatedDefault, {
  found: ["import ssl\ndef connect(version=ssl.PROTOCOL_SSLv3):\n    ...\n"],
  clean: ["import ssl\ndef connect(version=ssl.PROTOCOL_TLS_CLIENT):\n    ...\n"],
});
