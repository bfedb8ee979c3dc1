import { checkCases } from "../../testing/check-cases.ts";
import { reloadServerOpen } from "./reload-server-open.ts";

checkCases(reloadServerOpen, {
  found: [
    "import uvicorn as u\nu.run(\n  'a:b',\n  host='0.0.0.0',\n  reload=True,\n)",
    "from dash import Dash\napp = Dash(__name__)\napp.run(host='0.0.0.0', debug=True)",
    "import uvicorn\nkw = {'host': '0.0.0.0', 'reload': True}\nuvicorn.run(app, **kw)",
  ],
  clean: [
    "import uvicorn\nuvicorn.run('a:b', host='127.0.0.1', reload=True)",
    "import uvicorn\nuvicorn.run('a:b', host='0.0.0.0', reload=args.reload)",
    "thing.run(host='0.0.0.0', reload=True)",
  ],
});
