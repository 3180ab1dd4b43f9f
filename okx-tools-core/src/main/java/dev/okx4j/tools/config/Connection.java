package dev.okx4j.tools.config;

import dev.okx4j.client.OkxClient;

/**
 * A client and what has to be closed with it.
 *
 * @param client the client
 * @param recorded whether the prices it sees are recorded ones
 * @param closing what lies behind it
 */
record Connection(OkxClient client, boolean recorded, AutoCloseable closing) {}
