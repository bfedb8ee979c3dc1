import { checkCases } from "../../testing/check-cases.ts";
import { tlsVersionOutdated } from "./tls-version-outdated.ts";

checkCases(tlsVersionOutdated, {
  found: ["f(method=SSLv3_METHOD)", "import ssl\nssl.SSLContext(ssl_version=ssl.PROTOCOL_SSLv3)"],
  clean: ["import ssl\nssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)"],
});
