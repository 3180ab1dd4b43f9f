// okx-api, an OKX client for Node that others wrote, against okx-paper.jar with nothing changed but the base URL.
import { RestClient } from 'okx-api';
import { KEY, startExchange } from '../exchange.mjs';
import { check, close, same, truth } from '../tally.mjs';

const exchange = await startExchange();
const { baseUrl } = exchange;
const INST = 'BTC-USDT-SWAP';
const SPOT = 'XNVDA-USDT';

const okx = new RestClient({
  baseUrl,
  apiKey: KEY.key,
  apiSecret: KEY.secret,
  apiPass: KEY.passphrase,
});

/** Returns how OKX's refusal reads in this client, or throws when there was none. */
async function refused(call) {
  try {
    const answer = await call();
    const row = Array.isArray(answer) ? answer[0] : answer;
    if (row?.sCode && row.sCode !== '0') return row.sCode;
  } catch (error) {
    return String(error?.code === '1' ? (error.data?.[0]?.sCode ?? error.code) : (error?.code ?? error?.message));
  }
  throw new Error('it was not refused');
}

await check('tells the time', async () => {
  const time = await okx.getServerTime();
  truth(Math.abs(time - Date.now()) < 60_000, `the wire clock is wall time, not ${time}`);
});

await check('lists instruments', async () => {
  const rows = await okx.getInstruments({ instType: 'SWAP' });
  truth(rows.some((row) => row.instId === INST && row.tickSz && row.lotSz && row.minSz), `${INST} with tick, lot and minimum`);
  return `${rows.length} swaps`;
});

let last;
await check('reads a price', async () => {
  const [ticker] = await okx.getTicker({ instId: INST });
  same(ticker.instId, INST, 'the instrument');
  last = Number(ticker.last);
  truth(last > 0, 'a price');
  return `${INST} ${ticker.last}`;
});

await check('reads the balance, signed', async () => {
  const [account] = await okx.getBalance({ ccy: 'USDT' });
  const usdt = account.details.find((detail) => detail.ccy === 'USDT');
  truth(Number(usdt.availBal) > 0, 'USDT is available');
  return `${usdt.availBal} USDT`;
});

let ordId;
let px;
const clOrdId = `interop${Date.now()}`;
await check('places a limit order below the market', async () => {
  px = (last * 0.9).toFixed(0);
  const [ack] = await okx.submitOrder({ instId: INST, tdMode: 'isolated', side: 'buy', ordType: 'limit', sz: '0.1', px, clOrdId });
  same(ack.sCode, '0', 'sCode');
  ordId = ack.ordId;
  truth(ordId, 'an order id');
  return `ordId ${ordId} at ${px}`;
});

await check('reads it by ordId and by clOrdId: live', async () => {
  const [byOrdId] = await okx.getOrderDetails({ instId: INST, ordId });
  const [byClOrdId] = await okx.getOrderDetails({ instId: INST, clOrdId });
  same(byOrdId.state, 'live', 'the state');
  same(byOrdId.px, px, 'the price');
  same(byOrdId.sz, '0.1', 'the size');
  same(byOrdId.accFillSz, '0', 'the filled size');
  same(byClOrdId.ordId, ordId, 'the order of the client id');
});

await check('finds it among the open orders', async () => {
  const open = await okx.getOrderList({ instId: INST });
  truth(open.some((order) => order.ordId === ordId), 'it is listed');
});

await check('cancels it and reads it: canceled', async () => {
  const [ack] = await okx.cancelOrder({ instId: INST, ordId });
  same(ack.sCode, '0', 'sCode');
  const [order] = await okx.getOrderDetails({ instId: INST, ordId });
  same(order.state, 'canceled', 'the state');
});

await check('cancelling it again is refused with 51401', async () => {
  same(await refused(() => okx.cancelOrder({ instId: INST, ordId })), '51401', 'the code');
});

await check('buys a stock token at the market: filled, with a fee', async () => {
  const [ack] = await okx.submitOrder({
    instId: SPOT, tdMode: 'cash', side: 'buy', ordType: 'market', sz: '50', tgtCcy: 'quote_ccy',
  });
  same(ack.sCode, '0', 'sCode');
  const [order] = await okx.getOrderDetails({ instId: SPOT, ordId: ack.ordId });
  same(order.state, 'filled', 'the state');
  truth(Number(order.fee) < 0, 'a fee, negative because it was charged');
  const fills = await okx.getFills({ instType: 'SPOT', ordId: ack.ordId });
  truth(fills.length > 0, 'a fill');
  return `${order.accFillSz} at ${order.avgPx}, fee ${order.fee} ${order.feeCcy}`;
});

await check('a wrong secret is refused with 50113', async () => {
  const stranger = new RestClient({ baseUrl, apiKey: KEY.key, apiSecret: 'wrong', apiPass: KEY.passphrase });
  same(await refused(() => stranger.getBalance()), '50113', 'the code');
});

await check('an instrument that does not exist is refused with 51001', async () => {
  same(await refused(() => okx.getTicker({ instId: 'NOPE-USDT' })), '51001', 'the code');
});

await exchange.stop();
close();
