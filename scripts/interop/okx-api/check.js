// okx-api, an OKX client for Node that others wrote, against okx-paper.jar with nothing changed but the base URL.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { RestClient } from 'okx-api';
import { check, close, same, truth } from '../tally.mjs';

const jar = resolve(import.meta.dirname, '../../../okx-paper/target/okx-paper.jar');
if (!existsSync(jar)) throw new Error(`${jar} is missing: mvn -q -DskipTests package`);
const state = mkdtempSync(join(tmpdir(), 'okx-interop-'));
const INST = 'BTC-USDT';

const exchange = spawn('java', ['-jar', jar, '--port', '0', '--feed', 'replay', '--state', state], {
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
