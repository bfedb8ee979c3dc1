import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export function findMessages(filter: { word: string; limit: number }) {
  const like = `%${filter.word}%`;
  return prisma.$queryRaw`SELECT id, content FROM "Message" WHERE content ILIKE ${like} LIMIT ${filter.limit}`;
}
