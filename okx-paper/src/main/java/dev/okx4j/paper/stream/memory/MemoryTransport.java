package dev.okx4j.paper.stream.memory;

import dev.okx4j.paper.stream.Connection;
import dev.okx4j.paper.stream.Door;
import dev.okx4j.paper.stream.Hub;
import dev.okx4j.paper.stream.Transport;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import okio.Okio;
import okio.Socket;

/** Carries one connection through a pipe in this process, with a thread for each direction. */
final class MemoryTransport implements Transport {
    private static final int NORMAL = 1000;
    private static final int TOO_LONG = 1009;

    private final Socket socket;
    private final FrameWriter writer;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private volatile boolean broken;

    private MemoryTransport(Socket socket) {
        this.socket = socket;
        this.writer = new FrameWriter(Okio.buffer(socket.getSink()));
    }

    /** Begins a connection at one end of a pipe. */
    static void start(Hub hub, Door door, Socket socket) {
        MemoryTransport transport = new MemoryTransport(socket);
        thread(transport::work, "okx-paper-stream-out");
        Connection connection = hub.open(door, transport);
        thread(() -> transport.read(connection), "okx-paper-stream-in");
    }

    private static void thread(Runnable run, String name) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            while (!broken) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Connection connection) {
        FrameReader reader = new FrameReader(Okio.buffer(socket.getSource()), Connection.MOST_BYTES);
        try {
            while (!broken) {
                FrameReader.Message message = reader.next();
                if (message.opcode() == FrameReader.Message.CLOSE) {
                    execute(() -> close(NORMAL, ""));
                    return;
                } else if (message.opcode() == FrameReader.Message.PING) {
                    execute(() -> pong(message));
                } else {
                    connection.received(message.isText() ? message.payload().utf8() : "");
                }
            }
        } catch (FrameReader.TooLongException e) {
            execute(() -> close(TOO_LONG, "Request message exceeds the maximum frame length"));
        } catch (IOException e) {
            abort();
        } finally {
            connection.gone();
        }
    }

    private void pong(FrameReader.Message ping) {
        try {
            writer.pong(ping.payload());
        } catch (IOException e) {
            abort();
        }
    }

    @Override
    public void execute(Runnable run) {
        work.add(run);
    }

    @Override
    public void send(String text, Runnable sent) {
        try {
            writer.text(text);
            sent.run();
        } catch (IOException e) {
            abort();
        }
    }

    /** Writes the end and closes this half; the client's answer to it ends the other one. */
    @Override
    public void close(int code, String reason) {
        try {
            writer.close(code, reason);
            socket.getSink().close();
        } catch (IOException e) {
            abort();
        } finally {
            broken = true;
        }
    }

    @Override
    public void abort() {
        broken = true;
        socket.cancel();
        work.add(() -> {});
    }
}
