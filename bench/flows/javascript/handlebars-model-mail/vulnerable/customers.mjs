export const customers = [{ name: "Ada", plan: "basic", mail: "ada@example.org" }];
