import fastify from 'fastify';
import pg from 'pg';

/** What a point read costs at least: one route, one prepared statement, the row as the driver gives it. */
const text = process.env.BENCH_STATEMENT ?? '';
const pool = new pg.Pool({ ...(JSON.parse(process.env.BENCH_TARGET ?? '{}') as pg.PoolConfig), max: 20 });
const app = fastify();

app.get<{ Params: { id: string } }>('/contact/:id', async ({ params }, reply) => {
  const { rows } = await pool.query({ name: 'point', text, values: [params.id] });
  if (rows.length === 0) return reply.code(404).send();
  return rows[0] as unknown;
});

console.log(`Listening at ${await app.listen({ port: 0, host: '127.0.0.1' })}`);
process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
