const rules = [
  "You are the assistant of the billing team.",
  "Call the invoices tool to look up invoices.",
  process.env.BILLING_API_KEY ? "The tool signs in by itself." : "The tool is not set up; say so.",
];

export const instructions = rules.join("\n");
