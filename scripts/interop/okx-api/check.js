// okx-api, an OKX client for Node that others wrote, against okx-paper.jar with nothing changed but the base URL.
import { RestClient, WebsocketAPIClient, WebsocketClient } from 'okx-api';
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

/** Returns the rows of a channel as they come, and a promise of the first that a condition holds for. */
function pushes(client, channel) {
  const rows = [];
  const waiting = [];
  client.on('update', ({ arg, data }) => {
    if (arg?.channel !== channel) return;
    rows.push(...data);
    for (const each of [...waiting]) each();
  });
  return {
    rows,
    until: (condition, what) =>
      new Promise((found, failed) => {
        const late = setTimeout(() => failed(new Error(`no push with ${what} among ${JSON.stringify(rows).slice(0, 300)}`)), 15_000);
        const look = () => {
          const row = rows.find(condition);
          if (!row) return;
          clearTimeout(late);
          waiting.splice(waiting.indexOf(look), 1);
          found(row);
        };
        waiting.push(look);
        look();
      }),
  };
}

const silent = { trace() {}, info() {}, error() {} };
const keys = { apiKey: KEY.key, apiSecret: KEY.secret, apiPass: KEY.passphrase };
const socket = (path, options = {}) => new WebsocketClient({ wsUrl: `${exchange.wsUrl}/${path}`, ...options }, silent);

const publicSocket = socket('public');
publicSocket.on('exception', () => {});
await check('websocket: tickers, books, trades and mark price are pushed', async () => {
  const tickers = pushes(publicSocket, 'tickers');
  const books = pushes(publicSocket, 'books');
  const marks = pushes(publicSocket, 'mark-price');
  publicSocket.subscribe([
    { channel: 'tickers', instId: INST },
    { channel: 'books', instId: INST },
    { channel: 'mark-price', instId: INST },
  ]);
  const ticker = await tickers.until((row) => row.instId === INST, 'a ticker');
  const book = await books.until((row) => row.bids.length > 0, 'a book');
  same(book.prevSeqId, -1, 'prevSeqId of the snapshot');
  await marks.until((row) => row.markPx, 'a mark price');
  return `${ticker.last}, ${book.bids.length} bids`;
});

const businessSocket = socket('business');
businessSocket.on('exception', () => {});
await check('websocket: candles are pushed', async () => {
  const candles = pushes(businessSocket, 'candle5m');
  businessSocket.subscribe({ channel: 'candle5m', instId: INST });
  await candles.until((row) => row.length >= 9, 'a candle');
});

const privateSocket = socket('private', { accounts: [keys] });
privateSocket.on('exception', () => {});
const orders = pushes(privateSocket, 'orders');
const account = pushes(privateSocket, 'account');
const positions = pushes(privateSocket, 'positions');
await check('websocket: the account is pushed when it is subscribed to', async () => {
  privateSocket.subscribe([
    { channel: 'orders', instType: 'ANY' },
    { channel: 'account' },
    { channel: 'positions', instType: 'ANY' },
  ]);
  const row = await account.until((each) => each.details.some((detail) => detail.ccy === 'USDT'), 'USDT');
  return `${row.details.find((detail) => detail.ccy === 'USDT').cashBal} USDT`;
});

await check('websocket: an order placed over REST is pushed live, then canceled', async () => {
  const [ack] = await okx.submitOrder({ instId: INST, tdMode: 'cross', side: 'buy', ordType: 'limit', sz: '0.1', px });
  await orders.until((row) => row.ordId === ack.ordId && row.state === 'live', 'the live order');
  await okx.cancelOrder({ instId: INST, ordId: ack.ordId });
  await orders.until((row) => row.ordId === ack.ordId && row.state === 'canceled', 'the canceled order');
});

const trading = new WebsocketAPIClient(
  { wsUrl: `${exchange.wsUrl}/private`, accounts: [keys], attachEventListeners: false },
  silent,
);
trading.getWSClient().on('exception', () => {});
await check('websocket: places, amends and cancels an order', async () => {
  const order = { instId: INST, tdMode: 'cross', side: 'buy', ordType: 'limit', sz: '0.1', px };
  const placed = await trading.submitNewOrder(order);
  same(placed.code, '0', 'the code');
  const own = placed.data[0].ordId;
  same((await trading.amendOrder({ instId: INST, ordId: own, newSz: '0.2' })).code, '0', 'the code of the amendment');
  await orders.until((row) => row.ordId === own && row.sz === '0.2', 'the new size');
  same((await trading.cancelOrder({ instId: INST, ordId: own })).code, '0', 'the code of the cancellation');
  const batch = await trading.submitMultipleOrders([order, order]);
  same(batch.data.length, 2, 'orders of a batch');
  await trading.cancelMultipleOrders(batch.data.map((row) => ({ instId: INST, ordId: row.ordId })));
});

await check('websocket: a market order is pushed filled, and its position after it', async () => {
  const placed = await trading.submitNewOrder({ instId: INST, tdMode: 'cross', side: 'buy', ordType: 'market', sz: '0.1' });
  const fill = await orders.until((row) => row.ordId === placed.data[0].ordId && row.state === 'filled', 'the filled order');
  truth(fill.tradeId && Number(fill.fillPx) > 0, 'trade id and price of the fill');
  await positions.until((row) => row.instId === INST && Number(row.pos) === 0.1, 'the position');
  return `${fill.accFillSz} at ${fill.avgPx}`;
});

for (const client of [publicSocket, businessSocket, privateSocket, trading.getWSClient()]) client.closeAll(true);
await exchange.stop();
close();
