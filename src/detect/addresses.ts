/** True for an address that stands for all interfaces of the machine. */
export function isEveryInterface(address: string): boolean {
  return /^(?:[a-z]+:\/\/)?(?:0\.0\.0\.0|\[?::\]?|\*)(?::\d+)?\/?$/i.test(address.trim());
}

/** True for a host that is this machine, or a name that no other network resolves. */
export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, "");
  return (
    name === "" ||
    /^(?:localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0|host\.docker\.internal|minikube)$/.test(name) ||
    /\.(?:local|localhost|internal|test|invalid|svc)$/.test(name) ||
    // A service of a compose file or a namespace has no dot.
    !name.includes(".")
  );
}

/** Host of a URL as it is written, without port and credentials; empty where there is none. */
export function hostOf(url: string): string {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url.trim());
  return found?.[1] ?? "";
}
