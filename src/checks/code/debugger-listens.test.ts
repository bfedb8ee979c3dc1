import { checkCases } from "../../testing/check-cases.ts";
import { debuggerListens } from "./debugger-listens.ts";

checkCases(debuggerListens, {
  found: [
    "import debugpy as d\nADDRESS = ('0.0.0.0', 5678)\nd.listen(ADDRESS)",
    "import ptvsd\nptvsd.enable_attach(address=('0.0.0.0', 3000))",
    "from remote_pdb import RemotePdb\nRemotePdb('0.0.0.0', 4444).set_trace()",
    "from werkzeug.serving import run_simple\nrun_simple('0.0.0.0', 80, app, use_debugger=True)",
  ],
  clean: [
    "import debugpy\ndebugpy.listen(('127.0.0.1', 5678))",
    "import debugpy\ndebugpy.listen((host, 5678))",
    "from werkzeug.serving import run_simple\nrun_simple('localhost', 80, app)",
    "server.listen(('0.0.0.0', 80))",
  ],
});
