// Counters and histograms whose series are looked up once and then only counted on: what prom-client does
// for each observation, hashing labels and checking their names, costs more than the rest of telemetry.
// Text format: https://prometheus.io/docs/instrumenting/exposition_formats/

export type Labels = Readonly<Record<string, string>>;

/** One histogram's series. */
export interface Series {
  readonly observe: (value: number) => void;
}

/** A histogram in Prometheus' text format. */
export interface SeriesHistogram {
  /** The series of these labels; keep it where it is needed again. */
  readonly series: (labels: Labels) => Series;
  readonly text: () => string;
}

export interface HistogramGiven {
  readonly name: string;
  readonly help: string;
  /** Upper bounds, ascending. */
  readonly buckets: readonly number[];
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(",");
}

interface Kept extends Series {
  readonly lines: () => readonly string[];
}

function createSeries({ name, buckets }: HistogramGiven, labels: string): Kept {
  const counts = new Float64Array(buckets.length + 1);
  let sum = 0;
  return {
    observe: (value) => {
      if (!Number.isFinite(value)) return;
      let at = 0;
      while (at < buckets.length && value > buckets[at]!) at++;
      counts[at]!++;
      sum += value;
    },
    lines: () => {
      const more = labels === "" ? "" : `,${labels}`;
      let count = 0;
      const lines = [...buckets, "+Inf"].map((bound, at) => {
        count += counts[at]!;
        return `${name}_bucket{le="${bound}"${more}} ${count}`;
      });
      return [...lines, `${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`];
    },
  };
}

/** Makes a histogram. Labels come in the same order each time; how many there are, who calls bounds. */
export function createHistogram(given: HistogramGiven): SeriesHistogram {
  const known = new Map<string, Kept>();
  return {
    series: (labels) => {
      const key = labelText(labels);
      let series = known.get(key);
      if (series === undefined) {
        series = createSeries(given, key);
        known.set(key, series);
      }
      return series;
    },
    text: () =>
      [
        `# HELP ${given.name} ${given.help}`,
        `# TYPE ${given.name} histogram`,
        ...[...known.values()].flatMap(({ lines }) => lines()),
      ].join("\n"),
  };
}
