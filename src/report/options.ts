/** How a report is drawn. Formats that are not drawn ignore it. */
export interface ReportOptions {
  /** Colours in the terminal report; off by default. */
  readonly color?: boolean;
  /** Columns of the terminal; 80 by default. */
  readonly width?: number;
  /** Only the summary, without the findings (terminal). */
  readonly quiet?: boolean;
  /** Tells several analyses of one commit apart (SARIF `automationDetails`); the command by default. */
  readonly category?: string;
}
