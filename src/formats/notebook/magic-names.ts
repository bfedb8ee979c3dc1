/** Magics whose cell, or the rest of whose line, is Python that runs. */
export const pythonMagics: ReadonlySet<string> = new Set(
  "time timeit capture prun memit mprun lprun snakeviz pyinstrument heat scalene px autopx local python python2 python3 pypy wandb ipytest run_pytest debug tb manim cython python_subprocess".split(
    " ",
  ),
);

/** Cell magics whose cell is a shell script. */
export const shellMagics: ReadonlySet<string> = new Set(
  "bash sh shell zsh ksh system sx ! console".split(" "),
);

/** Cell magics whose cell is neither; of others it is tried whether they read as Python. */
export const foreignMagics: ReadonlySet<string> = new Set(
  "html svg latex javascript js javascript_module typescript markdown md perl ruby r rpush julia sql sparksql bigquery bq spanner duckdb mongo cypher sparql gremlin oracle cmd powershell pwsh cpp c cu cuda rust go java scala kotlin fortran fs csv json yaml toml mermaid dot graphviz plantuml prolog configure ai chat script css skip".split(
    " ",
  ),
);

/** Line magics that are programs of the same name. */
export const programMagics: ReadonlySet<string> = new Set(
  "pip pip3 conda mamba micromamba uv poetry tensorboard".split(" "),
);

/** What Databricks begins a cell of another language with, where IPython has line magics only. */
export const databricksMagics: ReadonlySet<string> = new Set(
  "md markdown sql sh scala r fs".split(" "),
);

/**
 * A line that IPython's automagic runs although it is no Python: `pip install x`, `cd ..`. Only such
 * as can be nothing else.
 */
export const automagic =
  /^(?:(?:pip3?|conda|mamba|uv)[ \t]+(?:install|uninstall|list|show|freeze|download|create|update|remove|pip|add|config)\b|(?:cd|ls|cat|mkdir|rmdir|rm|cp|mv|ll|less|more|man)[ \t]+[\w./~])(?![^\n]*[=(])/;
