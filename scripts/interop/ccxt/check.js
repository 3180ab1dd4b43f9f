// ccxt, a client library for many exchanges that others wrote, against okx-paper.jar with nothing changed but the base URL and the key.
import ccxt from 'ccxt';
import { KEY, startExchange } from '../exchange.mjs';
import { check, close, same, truth } from '../tally.mjs';

const exchange = await startExchange();
const settings = { apiKey: KEY.key, secret: KEY.secret, password: KEY.passphrase };
const okx = new ccxt.okx(settings);
okx.urls.api.rest = exchange.baseUrl;
const SWAP = 'BTC/USDT:USDT';
const SPOT = 'XNVDA/USDT';

/** Returns the class of the error that ccxt makes of a refusal. */
async function refused(call) {
  try {
    await call();
  } catch (error) {
    return error.constructor.name;
  }
  throw new Error('it was not refused');
}

await check('loads the markets of every kind', async () => {
  const markets = Object.values(await okx.loadMarkets());
  const swap = okx.market(SWAP);
  same(swap.linear, true, 'the swap is linear');
  truth(swap.contractSize > 0 && swap.precision.price > 0 && swap.limits.amount.min > 0, 'contract size, tick and minimum');
  truth(markets.some((market) => market.spot), 'a spot market');
  return `${markets.length} markets`;
});

await check('reads the status and the time', async () => {
  truth(Math.abs((await okx.fetchTime()) - Date.now()) < 60_000, 'the wire clock is wall time');
  same((await okx.fetchStatus()).status, 'ok', 'the status');
});

let last;
await check('reads tickers, book, trades and candles', async () => {
  const ticker = await okx.fetchTicker(SWAP);
  last = ticker.last;
  truth(last > 0 && ticker.bid < ticker.ask, 'a price between bid and ask');
  const tickers = await okx.fetchTickers(undefined, { type: 'swap' });
  truth(tickers[SWAP].last === last, 'the same price among all tickers');
  const book = await okx.fetchOrderBook(SWAP, 5);
  truth(book.bids.length === 5 && book.bids[0][0] < book.asks[0][0], 'five levels, not crossed');
  const candles = await okx.fetchOHLCV(SWAP, '5m', undefined, 10);
  truth(candles.length === 10 && candles[0][0] < candles[9][0], 'ten candles, oldest first');
  await okx.fetchTrades(SWAP, undefined, 10);
  return `${SWAP} ${last}`;
});

await check('reads funding rate, its history, mark price and open interest', async () => {
  await okx.fetchFundingRate(SWAP);
  await okx.fetchFundingRateHistory(SWAP, undefined, 5);
  const mark = await okx.fetchMarkPrice(SWAP);
  truth(mark.markPrice > 0, 'a mark price');
  await okx.fetchOpenInterest(SWAP);
});

await check('reads the balance, signed', async () => {
  const balance = await okx.fetchBalance();
  truth(balance.USDT.free > 0, 'USDT is free');
  return `${balance.USDT.free} USDT`;
});

let order;
await check('places a limit order and reads it back: open', async () => {
  order = await okx.createOrder(SWAP, 'limit', 'buy', 1, okx.priceToPrecision(SWAP, last * 0.98), { tdMode: 'cross' });
  const read = await okx.fetchOrder(order.id, SWAP);
  same(read.status, 'open', 'the status');
  same(read.amount, 1, 'the size');
  const open = await okx.fetchOpenOrders(SWAP);
  truth(open.some((row) => row.id === order.id), 'it is among the open orders');
});

await check('amends its price', async () => {
  const px = Number(okx.priceToPrecision(SWAP, last * 0.97));
  await okx.editOrder(order.id, SWAP, 'limit', 'buy', 1, px);
  same((await okx.fetchOrder(order.id, SWAP)).price, px, 'the price');
});

await check('cancels it: canceled', async () => {
  await okx.cancelOrder(order.id, SWAP);
  same((await okx.fetchOrder(order.id, SWAP)).status, 'canceled', 'the status');
  same(await refused(() => okx.cancelOrder(order.id, SWAP)), 'OrderNotFound', 'cancelling it again');
});

await check('places and cancels a batch of orders', async () => {
  const price = (part) => Number(okx.priceToPrecision(SWAP, last * part));
  const placed = await okx.createOrders([
    { symbol: SWAP, type: 'limit', side: 'buy', amount: 1, price: price(0.98), params: { tdMode: 'cross' } },
    { symbol: SWAP, type: 'limit', side: 'buy', amount: 1, price: price(0.97), params: { tdMode: 'cross' } },
  ]);
  same(placed.length, 2, 'the number of orders');
  await okx.cancelOrders(placed.map((row) => row.id), SWAP);
  for (const row of placed) same((await okx.fetchOrder(row.id, SWAP)).status, 'canceled', `the status of ${row.id}`);
});

await check('sets and reads the leverage', async () => {
  await okx.setLeverage(5, SWAP, { mgnMode: 'cross' });
  const leverage = await okx.fetchLeverage(SWAP, { marginMode: 'cross' });
  same(leverage.longLeverage, 5, 'the leverage');
});

await check('opens a position at the market, reads it, and closes it', async () => {
  await okx.createOrder(SWAP, 'market', 'buy', 1, undefined, { tdMode: 'cross' });
  const [position] = await okx.fetchPositions([SWAP]);
  same(position.contracts, 1, 'the contracts');
  same(position.side, 'long', 'the side');
  truth(position.entryPrice > 0 && position.leverage === 5, 'entry price and leverage');
  await okx.createOrder(SWAP, 'market', 'sell', 1, undefined, { tdMode: 'cross', reduceOnly: true });
  same((await okx.fetchPositions([SWAP])).filter((row) => row.contracts).length, 0, 'positions left');
  return `entry ${position.entryPrice}`;
});

await check('buys and sells spot; reads trades, closed orders and the ledger', async () => {
  const bought = await okx.createOrder(SPOT, 'market', 'buy', 50, undefined, { tgtCcy: 'quote_ccy', tdMode: 'cash' });
  const read = await okx.fetchOrder(bought.id, SPOT);
  same(read.status, 'closed', 'the status');
  truth(read.filled > 0 && read.fee.cost > 0, 'filled, with a fee');
  const trades = await okx.fetchMyTrades(SPOT);
  truth(trades.some((trade) => trade.order === bought.id), 'its trade is listed');
  const closed = await okx.fetchClosedOrders(SPOT);
  truth(closed.some((row) => row.id === bought.id), 'it is among the closed orders');
  const ledger = await okx.fetchLedger('USDT');
  truth(ledger.length > 0, 'bills');
  return `${read.filled} at ${read.average}`;
});

let algo;
await check('places, reads and cancels a stop order', async () => {
  await okx.createOrder(SWAP, 'market', 'buy', 1, undefined, { tdMode: 'cross' });
  algo = await okx.createOrder(SWAP, 'market', 'sell', 1, undefined, {
    tdMode: 'cross', stopLossPrice: Number(okx.priceToPrecision(SWAP, last * 0.95)), reduceOnly: true,
  });
  const open = await okx.fetchOpenOrders(SWAP, undefined, undefined, { ordType: 'conditional', stop: true });
  truth(open.some((row) => row.id === algo.id), 'it waits');
  await okx.cancelOrder(algo.id, SWAP, { stop: true });
});

await check('places a trigger and a trailing order, and cancels them', async () => {
  const trigger = await okx.createOrder(SWAP, 'limit', 'buy', 1, Number(okx.priceToPrecision(SWAP, last * 0.96)), {
    tdMode: 'cross', triggerPrice: Number(okx.priceToPrecision(SWAP, last * 0.96)),
  });
  await okx.cancelOrder(trigger.id, SWAP, { trigger: true });
  const trailing = await okx.createOrder(SWAP, 'market', 'sell', 1, undefined, {
    tdMode: 'cross', trailingPercent: 2, reduceOnly: true,
  });
  await okx.cancelOrder(trailing.id, SWAP, { trailing: true });
});

await check('moves money to the funding account and back', async () => {
  const transfer = await okx.transfer('USDT', 10, 'trading', 'funding');
  truth(transfer.id, 'an id');
  await okx.transfer('USDT', 10, 'funding', 'trading');
});

await check('a wrong secret is an authentication error', async () => {
  const stranger = new ccxt.okx({ ...settings, secret: 'wrong' });
  stranger.urls.api.rest = exchange.baseUrl;
  same(await refused(() => stranger.fetchAccounts()), 'AuthenticationError', 'the error');
});

await check('more than there is money for is insufficient funds', async () => {
  same(
    await refused(() => okx.createOrder(SWAP, 'limit', 'buy', 500, Number(okx.priceToPrecision(SWAP, last)), { tdMode: 'cross' })),
    'InsufficientFunds',
    'the error',
  );
});

await exchange.stop();
close();
