export function load(address: string, method = "GET"): Promise<Response> {
  return fetch(address, { method }); // sink
}
