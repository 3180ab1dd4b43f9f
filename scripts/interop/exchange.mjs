// Starts okx-paper.jar on a free port of this machine, with an account of its own that is gone afterwards.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const jar = resolve(import.meta.dirname, '../../okx-paper/target/okx-paper.jar');

/** The key that opens the account. */
export const KEY = { key: 'paper-key', secret: 'paper-secret', passphrase: 'paper-passphrase' };

/** Returns the exchange's base URL, its WebSocket base URL, and how to stop it. */
export async function startExchange(...options) {
  if (!existsSync(jar)) throw new Error(`${jar} is missing: mvn -q -DskipTests package`);
  const state = mkdtempSync(join(tmpdir(), 'okx-interop-'));
  const exchange = spawn('java', ['-jar', jar, '--port', '0', '--feed', 'replay', '--state', state, ...options], {
    env: { PATH: process.env.PATH, HOME: state },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((done) => exchange.on('close', done));
  const printed = [];
  const baseUrl = await new Promise((found, failed) => {
    createInterface({ input: exchange.stdout }).on('line', (line) => {
      printed.push(line);
      const url = /listening on (http:\S+)/.exec(line);
      if (url) found(url[1]);
    });
    exchange.on('close', (code) => failed(new Error(`okx-paper.jar ended with ${code}: ${printed.join(' ')}`)));
  });
  return {
    baseUrl,
    wsUrl: baseUrl.replace('http:', 'ws:') + '/ws/v5',
    home: state,
    async stop() {
      exchange.kill('SIGTERM');
      await gone;
      rmSync(state, { recursive: true, force: true });
    },
  };
}
