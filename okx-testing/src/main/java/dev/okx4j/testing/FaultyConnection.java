package dev.okx4j.testing;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Waits;
import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One client's connection: requests one after another, and to each what the faults make of its answer. */
final class FaultyConnection {
    private final Socket socket;
    private final FrontDoor door;
    private final @Nullable FaultyStreams streams;
    private final Waits waits = Waits.system();
    private @Nullable Thread thread;

    FaultyConnection(Socket socket, FrontDoor door, @Nullable FaultyStreams streams) {
        this.socket = socket;
        this.door = door;
        this.streams = streams;
    }

    /** Names the thread that has to be woken when the connection is closed. */
    void servedBy(Thread serving) {
        thread = serving;
    }

    /** Serves requests until the client has enough, or a fault ends the connection. */
    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            RequestBytes in = new RequestBytes(socket.getInputStream());
            ResponseBytes out = new ResponseBytes(socket.getOutputStream());
            boolean open = true;
            while (open && in.startLine()) {
                open = exchange(in, out) && in.keepsAlive();
            }
        } catch (IOException gone) {
            // The client has hung up, or the server is being closed.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nothing is left of a connection that has been closed: only then has the client been told. */
    void awaitEnd() throws InterruptedException {
        Thread serving = thread;
        if (serving != null) {
            serving.join();
        }
    }

    /** Resets the connection, from any thread. */
    void close() {
        Thread serving = thread;
        if (serving != null) {
            serving.interrupt();
        }
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    /** Answers one request, and returns whether another may follow. */
    private boolean exchange(RequestBytes in, ResponseBytes out) throws IOException, InterruptedException {
        Strike strike = door.strike(in.method(), in.path());
        Fault fault = strike.fault();
        if (fault instanceof Refused) {
            return reset();
        }
        if (fault instanceof Cut cut && cut.after() < Cut.WHOLE) {
            in.readUpTo(cut.after());
            return reset();
        }
        if (fault instanceof Stalled stalled && stalled.how() == Stalled.How.BLACKHOLE) {
            return untilTheClientHasEnough();
        }
        WireRequest request = in.rest(out);
        if (streams != null && FaultyStreams.concerns(request)) {
            streams.serve(request, socket, in.stream());
            return false;
        }
        if (fault == null) {
            out.whole(door.act(request, Effect.ACCEPTED, strike.lag()));
            return true;
        }
        if (fault instanceof Late late) {
            int cleared = door.faults().cleared();
            waits.sleep(late.time());
            if (door.faults().cleared() != cleared) {
                return reset();
            }
            out.whole(door.act(request, late.effect(), strike.lag()));
            return true;
        }
        WireResponse truth = door.act(request, fault.effect(), strike.lag());
        if (fault instanceof Twice) {
            door.act(request, Effect.ACCEPTED, strike.lag());
        }
        return answered(fault, request, truth, out);
    }

    private boolean answered(Fault fault, WireRequest request, WireResponse truth, ResponseBytes out)
            throws IOException, InterruptedException {
        if (fault instanceof Spoiled spoiled && spoiled.how() == Spoiled.How.TRUNCATE) {
            out.cutShort(truth, spoiled.at());
            return false;
        }
        if (fault instanceof Answering answering) {
            out.whole(answering.answer(request, truth));
            return true;
        }
        if (fault instanceof Cut cut) {
            return cut.reset() && reset();
        }
        if (fault instanceof Dripping dripping) {
            out.slowly(truth, dripping.time(1), waits);
            return true;
        }
        if (fault instanceof Oversized oversized) {
            if (oversized.packed()) {
                out.bomb();
            } else {
                out.endless();
            }
            return false;
        }
        if (fault instanceof Stalled stalled && stalled.how() == Stalled.How.INTERIM) {
            out.interim();
        } else if (fault instanceof Stalled stalled && stalled.how() == Stalled.How.CHUNKS) {
            out.firstChunk(truth);
        } else if (fault instanceof Twice) {
            out.whole(truth);
            return true;
        }
        return untilTheClientHasEnough();
    }

    private boolean reset() throws IOException {
        socket.setSoLinger(true, 0);
        return false;
    }

    /** Reads what still comes, and answers nothing. */
    private boolean untilTheClientHasEnough() throws IOException {
        socket.getInputStream().skipNBytes(Long.MAX_VALUE);
        return false;
    }
}
