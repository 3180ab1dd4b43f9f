package dev.okx4j.testing.prove.check;

/**
 * A promise that a world saw broken.
 *
 * @param invariant its number, such as I2
 * @param what what was seen, as a sentence
 */
public record Violation(String invariant, String what) {
    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
