export const config = {
  region: process.env.REGION ?? "eu-west-1",
  replicas: Number(process.env.REPLICAS ?? 2),
  deployToken: process.env.DEPLOY_TOKEN,
  databasePassword: process.env.DATABASE_PASSWORD,
};

export const shown = {
  region: process.env.REGION ?? "eu-west-1",
  replicas: Number(process.env.REPLICAS ?? 2),
};
