import { checkCases } from "../../testing/check-cases.ts";
import { shellCommandBuilt } from "./shell-command-built.ts";

checkCases(shellCommandBuilt, {
  found: [
    "import { exec } from 'child_process';\nexec(`ls ${dir}`)",
    "const { execSync } = require('node:child_process');\nexecSync('git clone ' + url)",
    "import cp from 'child_process';\ncp.spawn('git', ['log', branch], { shell: true })",
    "import { promisify } from 'util'; import { exec } from 'child_process';\nconst run = promisify(exec);\nawait run(`cat ${file}`)",
    "import { exec } from 'child_process';\nexec(command)",
    "import * as util from 'util';\nconst run = util.promisify(require('child_process').exec);\nrun(`cat ${file}`)",
  ],
  clean: [
    "import { exec } from 'child_process';\nexec('ls -l')",
    "import { execFile } from 'child_process';\nexecFile('ls', [dir])",
    "import { execSync } from 'child_process';\nexecSync(`node ${__dirname}/build.js`)",
    "const m = /a/.exec(text)",
    "import { exec } from './db';\nexec(`select ${x}`)",
    "import { spawn } from 'child_process';\nspawn('ls', [dir], { shell: false })",
    "import { spawn } from 'child_process';\nspawn('npm', ['run', 'build'], { shell: true })",
  ],
});
