package dev.okx4j.testing.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.testing.prove.session.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random sessions in which anything may go wrong. */
class SimulationTest {
    private static final int SESSIONS = 2_000;
    private static final int TWICE = 100;

    @Test
    void anySession_keepsEveryPromise() {
        Part simulation = Part.simulation(0, SESSIONS);

        assertThat(simulation.failures())
                .as(simulation.line() + "\n" + simulation.told())
                .isEmpty();
    }

    @Test
    void sameSeed_sameLife() {
        List<String> first =
                Crew.each(TWICE, seed -> Session.live(seed).world().notes().hash());
        List<String> second =
                Crew.each(TWICE, seed -> Session.live(seed).world().notes().hash());

        assertThat(second).isEqualTo(first).doesNotHaveDuplicates();
    }
}
