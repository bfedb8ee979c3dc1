import { checkCases } from "../../testing/check-cases.ts";
import { tableExpressionInjection } from "./table-expression-injection.ts";

checkCases(tableExpressionInjection, {
  found: [
    "import pandas as pd\ndf = pd.read_csv(p)\ndf.query(f'a == \"{x}\"')",
    "import pandas as pd\npd.DataFrame(rows).eval('z = ' + column)",
    "import pandas as pd\npd.eval('a + {}'.format(b))",
    "import numexpr as ne\nne.evaluate(f'{name} * 2')",
    "import numexpr\nnumexpr.evaluate(text, sanitize=False)",
    "import pandas as pd\ndef f(df, x):\n    q = 'a == %s' % x\n    return df.query(q)",
  ],
  clean: [
    "import pandas as pd\ndf = pd.read_csv(p)\ndf.query('a == @x')",
    "import pandas as pd\nCOLUMN = 'a'\ndf = pd.read_csv(p)\ndf.query(f'{COLUMN} > 3')",
    "import pandas as pd\nmodel.eval()",
    "session.query(f'{x}')",
    "import pandas as pd\ndf.query(text)",
    "import pandas as pd\neval(f'{x}')",
  ],
});
