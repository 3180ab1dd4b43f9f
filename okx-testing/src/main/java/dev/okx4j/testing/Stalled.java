package dev.okx4j.testing;

/** A connection that stays open while no answer comes to its end. */
record Stalled(How how, Effect effect) implements Fault {
    /** What can be seen of an answer. */
    enum How {
        BLACKHOLE,
        SILENCE,
        CHUNKS,
        INTERIM
    }

    @Override
    public String toString() {
        return switch (how) {
            case BLACKHOLE -> "blackhole()";
            case CHUNKS -> "chunksWithoutEnd(" + effect + ")";
            case INTERIM -> "interimAnswers(" + effect + ")";
            case SILENCE -> "silence(" + effect + ")";
        };
    }
}
