package dev.okx4j.testing.prove.bugs;

import java.util.List;

/** The bugs. */
final class PlantedBugs {
    static final List<PlantedBug> ALL = List.of();

    private PlantedBugs() {}
}
