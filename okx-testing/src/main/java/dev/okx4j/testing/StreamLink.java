package dev.okx4j.testing;

import dev.okx4j.client.seam.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Response;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/** One connection of a client through the proxy to the exchange. */
final class StreamLink {
    private final StreamFaults faults;
    private final Later later;
    private final Waits waits;
    private final String address;
    private final Visitor visitor;
    private final Exchange exchange;
    private final CountDownLatch decided = new CountDownLatch(1);
    private @Nullable StreamEnd client;
    private @Nullable StreamEnd server;
    private @Nullable StreamFlow up;
    private @Nullable StreamFlow down;
    private boolean over;
    private boolean deafUp;
    private boolean deafDown;
    private int rate;

    StreamLink(FaultyStreams streams, String address, Visitor visitor, Exchange exchange) {
        this.faults = streams.faults();
        this.later = streams.later();
        this.waits = streams.waits();
        this.address = address;
        this.visitor = visitor;
        this.exchange = exchange;
    }

    /** Who asks for a connection. */
    interface Visitor {
        /** Answers, and returns the way to it; the way is of use only if the status is 101. */
        StreamEnd answer(int status, String accept) throws IOException;

        /** Goes away without an answer. */
        void refuse();
    }

    /** What connections end at. */
    @FunctionalInterface
    interface Exchange {
        Response connect() throws IOException;
    }

    /** Opens the connection as the rules want it, and returns once it is open or refused. */
    void open() {
        StreamMessage connecting = StreamMessage.connecting(address, this::connect);
        faults.began(this);
        StreamFault fault = faults.connecting(connecting);
        if (fault == null) {
            connecting.pass();
        } else {
            fault.strike(this, connecting);
        }
        try {
            decided.await();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    private void connect() {
        try {
            Response response = exchange.connect();
            Socket socket = response.socket();
            if (response.code() != 101 || socket == null) {
                response.close();
                refuse(response.code());
                return;
            }
            StreamEnd far = StreamEnd.of(socket);
            synchronized (this) {
                if (over || client != null) {
                    far.reset();
                    return;
                }
                StreamEnd there = visitor.answer(101, String.valueOf(response.header("Sec-WebSocket-Accept")));
                client = there;
                server = far;
                up = new StreamFlow(this, there, far, true);
                down = new StreamFlow(this, far, there, false);
                apply();
            }
        } catch (IOException e) {
            reset();
        }
        decided.countDown();
    }

    /** Carries what the exchange says on a thread of its own, and what the client says on this one; returns at the end of both. */
    void carry() {
        StreamFlow there;
        StreamFlow back;
        StreamEnd far;
        synchronized (this) {
            there = up;
            back = down;
            far = server;
        }
        if (there == null || back == null || far == null) {
            return;
        }
        FaultyStreams.thread("okx-testing-stream-down", () -> {
            back.carry();
            finish();
            far.releaseSource();
        });
        there.carry();
        reset();
        there.release();
    }

    String address() {
        return address;
    }

    StreamFaults faults() {
        return faults;
    }

    synchronized StreamFlow flow(StreamMessage message) {
        StreamFlow flow = message.fromClient() ? up : down;
        if (flow == null) {
            throw new IllegalStateException("This fault takes a message, not a connection that is being made");
        }
        return flow;
    }

    /** Says something to the client in the exchange's name. */
    void say(String text) {
        StreamFlow back = back();
        if (back != null) {
            back.text(text);
        }
    }

    void mute(String channel) {
        StreamFlow back = back();
        if (back != null) {
            back.mute(channel);
        }
    }

    void unmute(List<String> fullNames) {
        StreamFlow back = back();
        if (back != null) {
            back.unmute(fullNames);
        }
    }

    void close(int code, String reason) {
        StreamFlow back = back();
        if (back != null) {
            back.close(code, reason);
        }
        finish();
    }

    synchronized void blackhole(StreamFault.Way way) {
        deafUp |= way != StreamFault.Way.TO_CLIENT;
        deafDown |= way != StreamFault.Way.TO_EXCHANGE;
        apply();
    }

    synchronized void slow(int bytesPerSecond) {
        rate = bytesPerSecond;
        apply();
    }

    /** Puts what lasts into force, which may have been said before there was a connection. */
    private void apply() {
        if (up != null) {
            up.become(deafUp, rate);
        }
        if (down != null) {
            down.become(deafDown, rate);
        }
    }

    void outage(Duration time) {
        faults.down();
        later.after(time, faults::up);
    }

    /** Answers a client that wants to connect with a status, and ends. */
    void refuse(int status) {
        try {
            visitor.answer(status, "");
        } catch (IOException gone) {
            // The client is not waiting for it.
        }
        end();
    }

    /** Breaks the connection to both sides. */
    void reset() {
        StreamEnd there = end();
        if (there == null) {
            visitor.refuse();
        } else {
            there.reset();
        }
    }

    /** Breaks the connection because one side of it takes nothing more; one that has begun to end goes on as it began. */
    void lost() {
        boolean ending;
        synchronized (this) {
            ending = over;
        }
        if (!ending) {
            reset();
        }
    }

    /** Says to the client that nothing more will come, and leaves the rest to it. */
    void finish() {
        StreamEnd there = end();
        if (there == null) {
            visitor.refuse();
        } else {
            there.finish();
        }
    }

    private @Nullable StreamEnd end() {
        faults.ended(this);
        StreamEnd there;
        StreamEnd far;
        synchronized (this) {
            over = true;
            there = client;
            far = server;
        }
        if (far != null) {
            far.reset();
        }
        decided.countDown();
        return there;
    }

    private synchronized @Nullable StreamFlow back() {
        return down;
    }

    void later(Duration time, Runnable task) {
        later.after(time, task);
    }

    void sleep(Duration time) {
        try {
            waits.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
    }
}
