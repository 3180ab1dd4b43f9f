package dev.okx4j.mcp;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** The way out: one message is one line, written whole, whoever writes; after the first failure nothing is written any more. */
final class LineSink {
    private final OutputStream out;
    private final Runnable onFailure;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean failed;

    LineSink(OutputStream out, Runnable onFailure) {
        this.out = out;
        this.onFailure = onFailure;
    }

    /** Writes one message, a record of the SDK or a map, and its newline in a single write, so that a reader never sees half of two messages. */
    void write(Object message) {
        byte[] json = Json.write(TreeWriter.tree(message)).getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        lock.lock();
        try {
            if (failed) {
                return;
            }
            out.write(line);
            out.flush();
        } catch (IOException closedByTheClient) {
            failed = true;
            onFailure.run();
        } finally {
            lock.unlock();
        }
    }
}
