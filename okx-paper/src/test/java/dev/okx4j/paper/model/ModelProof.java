package dev.okx4j.paper.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Runs seeded random commands through the venue and the naive exchange, life after life, until they differ. */
public final class ModelProof {
    /** Commands of one life of the account. */
    private static final int LIFE = 1_500;
    /** How many commands go by between two comparisons of every figure; fills are compared after each. */
    private static final int EVERY = 40;

    private final long seed;
    private long commands;
    private long accepted;
    private long fills;
    private long forced;
    private @Nullable Finding finding;

    ModelProof(long seed) {
        this.seed = seed;
    }

    /** How the two differ, and the shortest list of commands that shows it. */
    record Finding(long seed, List<String> commands, String what) {
        @Override
        public String toString() {
            return "seed " + seed + ": after " + commands.size() + " commands\n" + String.join("\n", commands) + "\n"
                    + what;
        }
    }

    /** Takes the number of commands and the seed; ends with 1 when a difference was found. */
    public static void main(String[] args) {
        ModelProof proof = new ModelProof(Long.parseLong(args[1]));
        Finding found = proof.run(Long.parseLong(args[0]));
        if (found != null) {
            System.out.println(found);
        }
        System.out.println(proof.summary());
        System.exit(found == null ? 0 : 1);
    }

    String summary() {
        return "model: commands " + commands + ", accepted " + accepted + ", fills " + fills
                + ", liquidations and deliveries " + forced + ", differences " + (finding == null ? 0 : 1) + ", seed "
                + seed;
    }

    long fills() {
        return fills;
    }

    long forced() {
        return forced;
    }

    /** Returns the first difference, or null. */
    @Nullable Finding run(long most) {
        for (long life = 0; commands < most && finding == null; life++) {
            finding = live(seed + life, (int) Math.min(LIFE, most - commands));
        }
        return finding;
    }

    private @Nullable Finding live(long lifeSeed, int most) {
        Random random = new Random(lifeSeed);
        Duel duel = new Duel();
        Commands source = new Commands(random, duel.naive);
        List<String> lines = new ArrayList<>(source.first());
        lines.forEach(line -> duel.apply(line, false));
        for (int i = 0; i < most; i++) {
            String line = source.next();
            lines.add(line);
            String what = Shrinker.different(duel, line, i % EVERY == 0 || i == most - 1);
            if (what != null) {
                List<String> shortest = new Shrinker(Duel::new).shrink(lines);
                return new Finding(lifeSeed, shortest, Shrinker.differ(new Duel(), shortest));
            }
            commands++;
        }
        fills += duel.fills();
        forced += duel.forced();
        accepted += duel.accepted();
        return null;
    }
}
