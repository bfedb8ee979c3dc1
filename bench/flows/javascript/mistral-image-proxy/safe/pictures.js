const axios = require("axios");

const http = axios.create({ timeout: 5000, responseType: "arraybuffer", maxRedirects: 0 });

function download(number) {
  const id = Number.parseInt(number, 10);
  if (!Number.isSafeInteger(id) || id < 0) return Promise.reject(new Error("no such picture"));
  return http.get(`https://pictures.example/${id}.png`).then((reply) => Buffer.from(reply.data));
}

module.exports = { download };
