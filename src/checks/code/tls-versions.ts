/** Constants of `ssl` and pyOpenSSL for versions before TLS 1.2 (RFC 8996 forbids them). */
export const outdatedVersions: ReadonlySet<string> = new Set([
  "PROTOCOL_SSLv2",
  "SSLv2_METHOD",
  "SSLv23_METHOD",
  "PROTOCOL_SSLv3",
  "PROTOCOL_TLSv1",
  "SSLv3_METHOD",
  "TLSv1_METHOD",
  "PROTOCOL_TLSv1_1",
  "TLSv1_1_METHOD",
]);
