export function load(address: string, method = "GET"): Promise<Response> {
  const segment = encodeURIComponent(address);
  return fetch(`https://api.example.com/topics/${segment}`, { method });
}
