package dev.okx4j.testing.streams;

import dev.okx4j.client.stream.Standing;
import dev.okx4j.testing.StreamFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One trouble with one message of one operation.
 *
 * @param answer whether what the exchange sends is struck, else what the client sends
 */
record StreamCell(StreamOperation operation, StreamTrouble trouble, boolean answer) {
    /** How much faster than ours time runs in a cell. */
    private static final int FACTOR = 15;

    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("streams.patience", 30));

    static List<StreamCell> all() {
        List<StreamCell> cells = new ArrayList<>();
        for (StreamOperation operation : StreamOperation.values()) {
            for (StreamTrouble trouble : StreamTrouble.values()) {
                for (boolean answer : new boolean[] {false, true}) {
                    if (trouble.applies(operation, answer)) {
                        cells.add(new StreamCell(operation, trouble, answer));
                    }
                }
            }
        }
        return cells;
    }

    /**
     * What became of a cell.
     *
     * @param outcome what the consumer knows in the end
     * @param violations what was neither true nor told
     */
    record Lived(StreamCell cell, String outcome, List<String> violations) {}

    Lived live() {
        try (Stage stage = new Stage(FACTOR)) {
            StreamFault fault = trouble.fault(stage);
            String message = answer ? operation.answer() : operation.request();
            if (operation.isBeginning()) {
                stage.on(message).nth(1).then(fault);
            }
            try (StreamConsumer consumer = operation.begin(stage)) {
                if (!operation.isBeginning()) {
                    Until.holds("live at first", () -> consumer.standing() == Standing.State.LIVE);
                    consumer.happen();
                    stage.on(message).nth(1).then(fault);
                }
                for (int i = 0; i < 4; i++) {
                    consumer.happen();
                    stage.time.pass(Duration.ofMillis(150));
                }
                if (operation.isBeginning()) {
                    long end = System.nanoTime() + PATIENCE.toNanos();
                    while (consumer.standing() != Standing.State.LIVE
                            && consumer.standing() != Standing.State.ENDED
                            && System.nanoTime() - end < 0) {
                        stage.time.pass(Duration.ofMillis(150));
                    }
                    consumer.happen();
                }
                return judged(stage, consumer);
            }
        } catch (AssertionError | RuntimeException e) {
            return new Lived(this, "failed", List.of(this + ": " + e));
        }
    }

    private Lived judged(Stage stage, StreamConsumer consumer) {
        List<String> violations = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> differences = List.of("nothing was compared");
        boolean struck = false;
        while (System.nanoTime() - end < 0) {
            struck = !stage.world.streams().seen().isEmpty();
            Standing.State state = consumer.standing();
            if (state == Standing.State.ENDED && struck) {
                return new Lived(this, "told that it is over", untruths(consumer));
            }
            differences = state == Standing.State.LIVE ? consumer.differences() : List.of("standing " + state);
            if (struck && differences.isEmpty() && consumer.standing() == Standing.State.LIVE) {
                return new Lived(this, consumer.wasTold() ? "told, then true" : "true", untruths(consumer));
            }
            stage.time.pass(Duration.ofMillis(300));
        }
        violations.add(this + ": " + (struck ? differences : "the fault has not happened"));
        return new Lived(this, "violation", violations);
    }

    private List<String> untruths(StreamConsumer consumer) {
        return consumer.untruths().stream()
                .map(untruth -> this + ": " + untruth)
                .toList();
    }

    @Override
    public String toString() {
        return operation + "/" + trouble + "/" + (answer ? "ANSWER" : "REQUEST");
    }

    static StreamCell named(String name) {
        String[] parts = name.split("/", -1);
        return new StreamCell(
                StreamOperation.valueOf(parts[0]), StreamTrouble.valueOf(parts[1]), parts[2].equals("ANSWER"));
    }
}
