// How many recorded pushes of order books ccxt pro decodes, checks by their numbers and applies in a second of processor time.
//   node books.js SECONDS FILE...
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import ccxt from 'ccxt';

const [seconds, ...files] = process.argv.slice(2);
const WARM_UP = 5;

/** Returns the frames of books as OKX sends them today: with numbers that follow on each other, and 0 for a checksum. */
function numbered(file) {
  const last = new Map();
  return gunzipSync(readFileSync(file)).toString().split('\n').filter((line) => line.includes('"asks":')).map((line) => {
    const frame = line.slice(line.indexOf('{"arg":'));
    const instId = /"instId":"([^"]+)"/.exec(frame)[1];
    const before = last.get(instId) ?? 1000000000;
    last.set(instId, before + 7);
    const previous = frame.includes('"snapshot"') ? -1 : before;
    return frame.replace(/"checksum":-?\d+/, `"checksum":0,"seqId":${before + 7},"prevSeqId":${previous}`);
  });
}

/** Returns an exchange that knows the markets of the frames, and a connection that is subscribed to all of them. */
function follower(frames) {
  const okx = new ccxt.pro.okx();
  const client = { subscriptions: {}, resolve() {}, reject(error) { throw error; } };
  const markets = new Map();
  for (const { arg } of frames.map((frame) => JSON.parse(frame))) {
    const [base, quote] = arg.instId.split('-');
    markets.set(arg.instId, okx.safeMarketStructure({ id: arg.instId, symbol: arg.instId, base, quote, spot: true, type: 'spot' }));
    client.subscriptions[`${arg.channel}:${arg.instId}`] = true;
  }
  okx.setMarkets([...markets.values()]);
  return { okx, client };
}

for (const file of files) {
  const frames = numbered(file);
  const { okx, client } = follower(frames);
  const rates = [];
  for (let round = -WARM_UP; round < seconds; round++) {
    const begun = performance.now();
    const before = process.cpuUsage();
    let applied = 0;
    while (performance.now() - begun < 1000) {
      for (const frame of frames) {
        okx.handleOrderBook(client, JSON.parse(frame));
      }
      applied += frames.length;
    }
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) {
      rates.push((applied * 1e6) / (user + system));
    }
  }
  rates.sort((a, b) => a - b);
  const length = frames.reduce((sum, frame) => sum + frame.length, 0) / frames.length;
  const name = basename(file).replace('.ws.txt.gz', '');
  const rate = rates[Math.floor(rates.length / 2)];
  console.log(`| ccxt ${ccxt.version} | ${name}, numbered as today | ${length.toFixed(0)} | ${rate.toFixed(0)} | |`);
}
