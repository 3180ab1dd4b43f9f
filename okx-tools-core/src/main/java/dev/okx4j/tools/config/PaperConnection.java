package dev.okx4j.tools.config;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.stream.StreamWire;

/**
 * A connection to an account on the paper exchange.
 *
 * @param wire carries requests to it, in this process or over loopback
 * @param streams opens its WebSocket connections, likewise
 * @param credentials the key of the account
 * @param feedLabel where its prices come from, e.g. {@code replay} or {@code live}
 * @param closing gives the connection up
 */
public record PaperConnection(
        Wire wire, StreamWire streams, Credentials credentials, String feedLabel, AutoCloseable closing) {}
