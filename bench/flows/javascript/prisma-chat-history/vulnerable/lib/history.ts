import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export function findMessages(filter: { word: string; limit: number }) {
  return prisma.$queryRawUnsafe( // sink
    `SELECT id, content FROM "Message" WHERE content ILIKE '%${filter.word}%' LIMIT ${filter.limit}`,
  );
}
