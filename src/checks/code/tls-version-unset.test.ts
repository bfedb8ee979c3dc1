import { checkCases } from "../../testing/check-cases.ts";
import { tlsVersionUnset } from "./tls-version-unset.ts";

checkCases(tlsVersionUnset, {
  found: ["import ssl\nssl.wrap_socket(sock)\n"],
  clean: ["import ssl\nssl.create_default_context().wrap_socket(sock)\n"],
});
