import { checkCases } from "../../testing/check-cases.ts";
import { snmpVersionInsecure } from "./snmp-version-insecure.ts";

checkCases(snmpVersionInsecure, {
  found: ['from pysnmp.hlapi import CommunityData\nCommunityData("public", mpModel=0)\n'],
  clean: ['from pysnmp.hlapi import UsmUserData\nUsmUserData("user", "auth", "priv")\n'],
});
