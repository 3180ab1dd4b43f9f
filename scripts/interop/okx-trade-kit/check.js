// OKX's own trade kit, its published MCP server and command line, against okx-paper.jar with nothing changed but the base URL and the key.
import { execFile, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { KEY, startExchange } from '../exchange.mjs';
import { check, close, same, truth } from '../tally.mjs';

const exchange = await startExchange();
const packages = resolve(import.meta.dirname, 'node_modules/@okx_ai');
const env = {
  PATH: process.env.PATH,
  HOME: exchange.home,
  OKX_API_BASE_URL: exchange.baseUrl,
  OKX_API_KEY: KEY.key,
  OKX_SECRET_KEY: KEY.secret,
  OKX_PASSPHRASE: KEY.passphrase,
};
const SWAP = 'BTC-USDT-SWAP';
const SPOT = 'XNVDA-USDT';

const server = spawn('node', [resolve(packages, 'okx-trade-mcp/dist/index.js'), '--modules', 'all'], {
  env,
  stdio: ['pipe', 'pipe', 'ignore'],
});
const waiting = new Map();
createInterface({ input: server.stdout }).on('line', (line) => {
  const message = JSON.parse(line);
  waiting.get(message.id)?.(message);
  waiting.delete(message.id);
});
let id = 0;
const ask = (method, params) =>
  new Promise((found) => {
    waiting.set(++id, found);
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  });

/** Returns the rows that a tool answers with. */
async function tool(name, args) {
  const { result, error } = await ask('tools/call', { name, arguments: args });
  if (error || result.isError) throw new Error(JSON.stringify(error ?? result.content).slice(0, 400));
  const answer = result.structuredContent ?? JSON.parse(result.content[0].text);
  return answer?.data?.data ?? answer?.data ?? answer;
}

/** Returns what the command line prints as JSON. */
async function cli(...args) {
  const { stdout } = await promisify(execFile)('node', [resolve(packages, 'okx-trade-cli/dist/index.js'), '--json', ...args], { env });
  return JSON.parse(stdout);
}

await check('mcp: lists its tools', async () => {
  await ask('initialize', {
    protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'interop', version: '1' },
  });
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  const { tools } = (await ask('tools/list', {})).result;
  truth(tools.some((each) => each.name === 'swap_place_order'), 'swap_place_order is among them');
  return `${tools.length} tools`;
});

let last;
await check('mcp: reads ticker, book, candles, trades, instruments, price limit, mark price, open interest and funding rate', async () => {
  last = Number((await tool('market_get_ticker', { instId: SWAP }))[0].last);
  truth(last > 0, 'a price');
  truth((await tool('market_get_orderbook', { instId: SWAP, sz: 5 }))[0].bids.length === 5, 'five bids');
  truth((await tool('market_get_candles', { instId: SWAP, bar: '5m', limit: 10 })).length === 10, 'ten candles');
  truth((await tool('market_get_instruments', { instType: 'SWAP' })).length > 0, 'instruments');
  await tool('market_get_trades', { instId: SWAP, limit: 5 });
  truth((await tool('market_get_price_limit', { instId: SWAP }))[0].buyLmt, 'a price limit');
  truth((await tool('market_get_mark_price', { instType: 'SWAP', instId: SWAP }))[0].markPx, 'a mark price');
  await tool('market_get_open_interest', { instType: 'SWAP', instId: SWAP });
  await tool('market_get_funding_rate', { instId: SWAP });
  return `${SWAP} ${last}`;
});

await check('mcp: reads balance, configuration, fees and largest size', async () => {
  const [balance] = await tool('account_get_balance', { ccy: 'USDT' });
  truth(Number(balance.details[0].availBal ?? balance.details[0].availEq) > 0, 'USDT is available');
  truth((await tool('account_get_config', {}))[0].acctLv, 'an account level');
  truth((await tool('account_get_trade_fee', { instType: 'SWAP' }))[0].taker, 'a taker fee');
  truth(Number((await tool('account_get_max_size', { instId: SWAP, tdMode: 'cross' }))[0].maxBuy) > 0, 'a largest size');
  await tool('account_get_asset_balance', {});
  await tool('account_get_max_withdrawal', { ccy: 'USDT' });
});

const px = (part) => (last * part).toFixed(1);
let ordId;
await check('mcp: places, reads, amends by batch, and cancels a swap order', async () => {
  const [ack] = await tool('swap_place_order', {
    instId: SWAP, tdMode: 'cross', side: 'buy', ordType: 'limit', sz: '1', px: px(0.98),
  });
  ordId = ack.ordId;
  same((await tool('swap_get_order', { instId: SWAP, ordId }))[0].state, 'live', 'the state');
  await tool('swap_batch_amend', { orders: [{ instId: SWAP, ordId, newPx: px(0.97) }] });
  same(Number((await tool('swap_get_order', { instId: SWAP, ordId }))[0].px), Number(px(0.97)), 'the price');
  truth((await tool('swap_get_orders', { instId: SWAP, status: 'open' })).some((order) => order.ordId === ordId), 'it is open');
  await tool('swap_cancel_order', { instId: SWAP, ordId });
  same((await tool('swap_get_order', { instId: SWAP, ordId }))[0].state, 'canceled', 'the state');
});

await check('mcp: places and cancels a batch', async () => {
  const order = (part) => ({ instId: SWAP, tdMode: 'cross', side: 'buy', ordType: 'limit', sz: '1', px: px(part) });
  const acks = await tool('swap_batch_orders', { action: 'place', orders: [order(0.98), order(0.97)] });
  same(acks.length, 2, 'the number of orders');
  await tool('swap_batch_cancel', { orders: acks.map((ack) => ({ instId: SWAP, ordId: ack.ordId })) });
});

await check('mcp: sets leverage, opens a position, guards it with a stop, closes it', async () => {
  await tool('swap_set_leverage', { instId: SWAP, lever: '5', mgnMode: 'cross' });
  truth((await tool('swap_get_leverage', { instId: SWAP, mgnMode: 'cross' }))[0].lever === '5', 'the leverage');
  await tool('swap_place_order', { instId: SWAP, tdMode: 'cross', side: 'buy', ordType: 'market', sz: '1' });
  truth((await tool('swap_get_positions', { instId: SWAP })).length === 1, 'a position');
  const [algo] = await tool('swap_place_algo_order', {
    instId: SWAP, tdMode: 'cross', side: 'sell', ordType: 'conditional', sz: '1', slTriggerPx: px(0.95), slOrdPx: '-1', reduceOnly: true,
  });
  truth((await tool('swap_get_algo_orders', { ordType: 'conditional', instId: SWAP })).some((row) => row.algoId === algo.algoId), 'it waits');
  await tool('swap_cancel_algo_orders', { orders: [{ instId: SWAP, algoId: algo.algoId }] });
  const [trailing] = await tool('swap_place_move_stop_order', {
    instId: SWAP, tdMode: 'cross', side: 'sell', sz: '1', callbackRatio: '0.02', reduceOnly: true,
  });
  truth(trailing.algoId, `an id of the trailing stop, not ${JSON.stringify(trailing)}`);
  await tool('swap_cancel_algo_orders', { orders: [{ instId: SWAP, algoId: trailing.algoId }] });
  await tool('swap_close_position', { instId: SWAP, mgnMode: 'cross' });
  same((await tool('swap_get_positions', { instId: SWAP })).length, 0, 'positions left');
  truth((await tool('swap_get_fills', { instId: SWAP })).length >= 2, 'fills');
});

await check('mcp: buys spot for 50 USDT and reads order history and bills', async () => {
  const [ack] = await tool('spot_place_order', {
    instId: SPOT, tdMode: 'cash', side: 'buy', ordType: 'market', sz: '50', tgtCcy: 'quote_ccy',
  });
  same((await tool('spot_get_order', { instId: SPOT, ordId: ack.ordId }))[0].state, 'filled', 'the state');
  truth((await tool('spot_get_orders', { instId: SPOT, status: 'history' })).some((order) => order.ordId === ack.ordId), 'in the history');
  truth((await tool('account_get_bills', { ccy: 'USDT' })).length > 0, 'bills');
  await tool('account_get_positions_history', {});
});

await check('mcp: moves money to the funding account', async () => {
  truth((await tool('account_transfer', { ccy: 'USDT', amt: '5', from: '18', to: '6' }))[0].transId, 'an id');
});

await check('cli: reads prices and the account', async () => {
  same((await cli('market', 'ticker', SWAP))[0].instId, SWAP, 'the instrument');
  truth((await cli('market', 'candles', SWAP, '--bar', '5m', '--limit', '3')).length === 3, 'three candles');
  truth((await cli('market', 'orderbook', SWAP, '--sz', '3'))[0].bids.length === 3, 'three bids');
  truth((await cli('account', 'balance', 'USDT'))[0].details.length === 1, 'a balance');
  truth((await cli('account', 'fees', '--instType', 'SWAP')).length > 0, 'fees');
});

await check('cli: places, reads, amends and cancels an order', async () => {
  const placed = await cli('swap', 'place', '--instId', SWAP, '--tdMode', 'cross', '--side', 'buy', '--ordType', 'limit', '--sz', '1', '--px', px(0.98));
  const own = (placed[0] ?? placed).ordId;
  await cli('swap', 'amend', '--instId', SWAP, '--ordId', own, '--newPx', px(0.97));
  const read = await cli('swap', 'get', '--instId', SWAP, '--ordId', own);
  same(Number((read[0] ?? read).px), Number(px(0.97)), 'the price');
  await cli('swap', 'cancel', SWAP, '--ordId', own);
  truth((await cli('swap', 'orders', '--instId', SWAP, '--history')).some((order) => order.ordId === own), 'it is in the history');
});

await check('cli: opens and closes a position', async () => {
  await cli('swap', 'place', '--instId', SWAP, '--tdMode', 'cross', '--side', 'sell', '--ordType', 'market', '--sz', '1');
  same((await cli('swap', 'positions', SWAP)).length, 1, 'positions');
  await cli('swap', 'close', '--instId', SWAP, '--mgnMode', 'cross');
  same((await cli('swap', 'positions', SWAP)).length, 0, 'positions left');
});

server.stdin.end();
server.kill();
await exchange.stop();
close();
