/**
 * The paper exchange as a JUnit extension, for our tests and for users' tests, and what can go wrong on the way to it.
 *
 * <p>Begin with {@link dev.okx4j.testing.PaperOkx}. {@link dev.okx4j.testing.Faults} say what goes wrong and when;
 * {@link dev.okx4j.testing.FaultyWire} and {@link dev.okx4j.testing.FaultyServer} are for those who run an exchange of their
 * own, in the time that they choose.
 *
 * <p>It runs on JUnit 5 as on JUnit 6: {@code scripts/junit5/run} runs a user's tests on 5.10.3 and 5.14.4, or on the versions that
 * it is given.
 */
@NullMarked
package dev.okx4j.testing;

import org.jspecify.annotations.NullMarked;
