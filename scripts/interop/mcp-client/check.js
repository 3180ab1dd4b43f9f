// The MCP TypeScript client against okx-mcp.jar on the paper exchange, with a home of its own.
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { check, close, same, truth } from '../tally.mjs';

const jar = resolve(import.meta.dirname, '../../../okx-mcp-adapter/target/okx-mcp.jar');
if (!existsSync(jar)) throw new Error(`${jar} is missing: mvn -q -DskipTests package`);
const home = mkdtempSync(join(tmpdir(), 'okx-interop-'));
const SWAP = 'BTC-USDT-SWAP';

const client = new Client({ name: 'okx4j-interop', version: '1' });
const transport = new StdioClientTransport({
  command: 'java',
  args: ['-jar', jar, '--paper'],
  env: { PATH: process.env.PATH, HOME: home, OKX_HOME: home },
  stderr: 'inherit',
});

/** Calls a tool and returns its answer; an answer that is an error is thrown. */
async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  const answer = JSON.parse(result.content[0].text);
  if (result.isError) throw Object.assign(new Error(`${name}: ${result.content[0].text}`), { answer });
  return answer;
}

const first = (data) => (Array.isArray(data) ? data[0] : data);

await check('connects', async () => {
  await client.connect(transport);
  same(client.getServerVersion()?.name, 'okx4j', 'the server');
  truth((client.getInstructions() ?? '').includes('paper'), 'instructions name the venue');
  return `okx4j ${client.getServerVersion().version}`;
});

let tools = [];
await check('lists the tools', async () => {
  tools = (await client.listTools()).tools;
  for (const name of ['market_get_ticker', 'swap_place_order', 'swap_get_order', 'swap_cancel_order', 'paper_clock']) {
    truth(tools.some((tool) => tool.name === name), `${name} is listed`);
  }
  truth(tools.every((tool) => tool.description && tool.inputSchema.type === 'object'), 'each has a description and a schema');
  same(tools.find((tool) => tool.name === 'market_get_ticker').annotations.readOnlyHint, true, 'readOnlyHint of a reading tool');
  same(tools.find((tool) => tool.name === 'swap_place_order').annotations.readOnlyHint, false, 'readOnlyHint of a writing tool');
  return `${tools.length} tools`;
});

await check('pings', async () => {
  await client.ping();
});

let last;
await check('reads a price', async () => {
  const answer = await call('market_get_ticker', { instId: SWAP });
  same(answer.venue, 'paper', 'the venue');
  truth(answer.asOf, 'a recorded price says of when it is');
  last = first(answer.data).last;
  return `${SWAP} ${last} as of ${answer.asOf}`;
});

let ordId;
await check('places a limit order below the market', async () => {
  const px = String(Math.floor(Number(last) * 0.9));
  const answer = await call('swap_place_order', {
    instId: SWAP, tdMode: 'isolated', side: 'buy', ordType: 'limit', sz: '0.1', px,
  });
  ordId = first(answer.data).ordId;
  truth(ordId, 'the answer carries the order id');
  return `ordId ${ordId} at ${px}`;
});

await check('reads it: live', async () => {
  const order = first((await call('swap_get_order', { instId: SWAP, ordId })).data);
  same(order.state, 'live', 'the state');
  same(order.sz, '0.1', 'the size');
});

await check('cancels it and reads it: canceled', async () => {
  await call('swap_cancel_order', { instId: SWAP, ordId });
  same(first((await call('swap_get_order', { instId: SWAP, ordId })).data).state, 'canceled', 'the state');
});

await check('buys at the market and holds a position', async () => {
  const bought = first((await call('swap_place_order', {
    instId: SWAP, tdMode: 'isolated', side: 'buy', ordType: 'market', sz: '0.1',
  })).data);
  const order = first((await call('swap_get_order', { instId: SWAP, ordId: bought.ordId })).data);
  same(order.state, 'filled', 'the state');
  const position = first((await call('swap_get_positions', { instId: SWAP })).data);
  same(position.pos, '0.1', 'the position');
  return `0.1 at ${order.avgPx}`;
});

await check('reads the balance', async () => {
  const answer = await call('account_get_balance', { ccy: 'USDT' });
  truth(JSON.stringify(answer.data).includes('USDT'), 'USDT is held');
});

await check('a size below the lot is an error that the model can read', async () => {
  const result = await client.callTool({
    name: 'swap_place_order',
    arguments: { instId: SWAP, tdMode: 'isolated', side: 'buy', ordType: 'market', sz: '0.00001' },
  });
  same(result.isError, true, 'isError');
  const answer = JSON.parse(result.content[0].text);
  truth(answer.code && answer.message, 'it has a code and a message');
  return `${answer.code}`;
});

await check('an unknown tool is refused with the nearest name', async () => {
  try {
    await client.callTool({ name: 'swap_place_ordre', arguments: {} });
  } catch (error) {
    same(error.code, -32602, 'the code');
    truth(error.message.includes('swap_place_order'), 'the nearest name');
    return error.message;
  }
  throw new Error('it was not refused');
});

await check('160 calls at once are all answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 160 }, () => client.callTool({ name: 'system_get_capabilities', arguments: {} })),
  );
  same(answers.filter((answer) => !answer.isError).length, 160, 'the number of answers');
});

await client.close();
rmSync(home, { recursive: true, force: true });
close();
