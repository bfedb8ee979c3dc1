const axios = require("axios");

const http = axios.create({ timeout: 5000, responseType: "arraybuffer" });

function download(link) {
  return http.get(link).then((reply) => Buffer.from(reply.data)); // sink
}

module.exports = { download };
