package dev.okx4j.testing.prove.matrix;

import dev.okx4j.testing.Effect;
import dev.okx4j.testing.prove.check.Checker;
import dev.okx4j.testing.prove.check.Violation;
import dev.okx4j.testing.prove.session.Caller;
import dev.okx4j.testing.prove.session.Operation;
import dev.okx4j.testing.prove.session.Trouble;
import dev.okx4j.testing.prove.world.Ending;
import dev.okx4j.testing.prove.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One trouble with one operation, when the exchange has done so much.
 *
 * @param operation what is called
 * @param trouble what goes wrong with it
 * @param phase what the exchange has done by then
 */
@SuppressWarnings("EnumOrdinal") // seeds of worlds, which a reordering may change
public record Cell(Operation operation, Trouble trouble, Effect phase) {

    /** Returns every cell that makes sense. */
    public static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (Trouble trouble : Trouble.values()) {
                for (Effect phase : Effect.values()) {
                    if (trouble.applies(operation, phase)) {
                        cells.add(new Cell(operation, trouble, phase));
                    }
                }
            }
        }
        return cells;
    }

    /**
     * What a run of a cell came to.
     *
     * @param outcome what the caller knows in the end
     */
    public record Run(World world, String outcome, List<Violation> violations) {}

    /** Lives the cell once. */
    public Run run(int seed) {
        SplittableRandom random = new SplittableRandom(31L * hashOf() + seed);
        World world = operation.world(random.nextLong(), Duration.ofMillis(random.nextBoolean() ? 10_000 : 2_500));
        world.startClockAhead(Duration.ofMillis(random.nextInt(-20_000, 20_000)));
        Caller caller = new Caller(world, random.split());
        Operation.Play play = operation.prepare(world, caller);
        world.pass(Duration.ZERO); // the process runs before anything goes wrong
        trouble.strike(world, operation, phase, random.split());
        operation.call(play);
        List<Violation> violations = Ending.of(world);
        return new Run(world, Checker.outcome(world.notes().events(), operation.title()), violations);
    }

    /** Returns a number that is the same in every JVM, which hash codes of enums are not. */
    private long hashOf() {
        return (operation.ordinal() * 100L + trouble.ordinal()) * 10 + phase.ordinal();
    }

    /** Returns its name, with which it can be run alone. */
    @Override
    public String toString() {
        return operation + "/" + trouble + "/" + phase;
    }

    /** Returns the cell of a name. */
    public static Cell named(String name) {
        String[] parts = name.split("/", -1);
        return new Cell(Operation.valueOf(parts[0]), Trouble.valueOf(parts[1]), Effect.valueOf(parts[2]));
    }
}
