package dev.okx4j.client.stream;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/** A switchboard, the other side of whose connections a test plays, in a time of its own. */
@NullUnmarked
final class Stage implements StreamWire {
    static final Duration STEP = Duration.ofMillis(100);

    final VirtualTime time = new VirtualTime();
    final List<FarSide> lines = new ArrayList<>();
    final Switchboard switchboard;
    /** Whether connections open. */
    boolean reachable = true;
    /** How the other side of a connection answers a frame; told to each as it is opened. */
    Function<String, List<String>> manner = FarSide::obliging;

    Stage(long seed) {
        this.switchboard = new Switchboard(
                new StreamSetup(
                        "wss://okx.test",
                        this,
                        Credentials.of("KEY", "SECRET", "PHRASE"),
                        Clients.reading(new ScriptedWire().tellingTime(time), time)
                                .build()
                                .rest(),
                        time,
                        Entropy.seeded(seed),
                        () -> (ordId, clOrdId) -> {},
                        true),
                new ConnectPace(),
                null,
                Runnable::run);
    }

    @Override
    public Line open(String url, Ear ear) {
        FarSide line = new FarSide(url, ear, time, manner);
        lines.add(line);
        return line;
    }

    FarSide line(int number) {
        return lines.get(number);
    }

    FarSide last() {
        return lines.get(lines.size() - 1);
    }

    <E> Notes<E> tap(Topic<E> topic, Function<E, String> words) {
        Notes<E> notes = new Notes<>(words);
        notes.subscription = switchboard.tap(topic, notes);
        settle();
        return notes;
    }

    /** Lets time pass, a tenth of a second after the other. */
    void pass(Duration duration) {
        for (long left = duration.toMillis(); left > 0; left -= STEP.toMillis()) {
            time.advance(STEP);
            switchboard.tick();
            settle();
        }
    }

    /** Lets everything happen that takes no time. */
    void settle() {
        boolean more = true;
        while (more) {
            more = false;
            for (FarSide line : List.copyOf(lines)) {
                more |= reachable ? line.open() : line.fail();
                more |= line.speak(Integer.MAX_VALUE);
            }
        }
    }
}
