import fc from "fast-check";

// In CI a failure has to mean the change, so properties try the same cases every time; everywhere
// else each run tries new ones, and prints the seed of what it finds.
if (process.env["CI"] !== undefined) fc.configureGlobal({ seed: 20_261_122 });
