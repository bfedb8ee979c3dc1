const HOSTS = ["shop.example.com", "help.example.com"];

exports.permitted = function permitted(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return url.protocol === "https:" && HOSTS.includes(url.hostname);
};
