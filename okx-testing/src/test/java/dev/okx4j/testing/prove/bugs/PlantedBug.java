package dev.okx4j.testing.prove.bugs;

import java.util.List;

/**
 * A bug that clients of exchanges really have, or nearly had.
 *
 * @param title what it does wrong, as a few words
 * @param worlds where it is looked for first: names of cells or of {@link DirectedWorld}s; sessions come after them
 * @param edits how it is planted
 */
record PlantedBug(String title, List<String> worlds, List<Edit> edits) {
    static PlantedBug of(String title, String worlds, Edit... edits) {
        return new PlantedBug(title, List.of(worlds.split(" ", -1)), List.of(edits));
    }
}
