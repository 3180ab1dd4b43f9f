package dev.okx4j.mcp;

import dev.okx4j.client.stream.StreamWire;
import dev.okx4j.paper.PaperExchange;
import dev.okx4j.paper.PaperHost;
import dev.okx4j.tools.config.PaperConnection;
import dev.okx4j.tools.config.PaperDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The way into the paper account that several processes share; the exchange is loaded when it is first opened. */
final class PaperAccess implements PaperDoor {
    @Override
    public PaperConnection open(Path okxHome, String accountName, String feed) {
        try {
            PaperHost host = PaperExchange.host(okxHome, accountName, feed);
            StreamWire streams = StreamWire.through(host.webSockets());
            return new PaperConnection(host.wire(), streams, host.credentials(), host.feedLabel(), host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
