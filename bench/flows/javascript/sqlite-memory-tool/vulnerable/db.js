const Database = require("better-sqlite3");

const db = new Database("memory.sqlite");
db.exec("CREATE TABLE IF NOT EXISTS facts(word TEXT, fact TEXT)");

function facts(word) {
  const sql = "SELECT fact FROM facts WHERE word LIKE '%" + word + "%'";
  return db.prepare(sql).all(); // sink
}

module.exports = { facts };
