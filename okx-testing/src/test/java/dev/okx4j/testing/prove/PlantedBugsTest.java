package dev.okx4j.testing.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A proof that finds nothing has to be able to find something. */
class PlantedBugsTest {
    private static final int SESSIONS = 50;

    @Test
    void everyPlantedBug_isFound() {
        Part bugs = Part.bugs(SESSIONS);

        assertThat(bugs.failures()).as(bugs.line() + "\n" + bugs.report()).isEmpty();
    }
}
