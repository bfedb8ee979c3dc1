module.exports = { ...require("./client.cjs"), version: "1.0.0" };
