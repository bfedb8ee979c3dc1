import { checkCases } from "../../testing/check-cases.ts";
import { snmpWithoutEncryption } from "./snmp-without-encryption.ts";

checkCases(snmpWithoutEncryption, {
  found: ['from pysnmp.hlapi import UsmUserData\nUsmUserData("user")\n'],
  clean: ['from pysnmp.hlapi import UsmUserData\nUsmUserData("user", "auth", "priv")\n'],
});
