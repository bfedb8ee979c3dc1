/** True where a published port (`8080:80`, `127.0.0.1:80:80`) is open to more than the machine itself. */
export function isReachable(port: string): boolean {
  return !/^["']?(?:127(?:\.\d+){3}|localhost|\[?::1\]?):/.test(port.trim());
}
