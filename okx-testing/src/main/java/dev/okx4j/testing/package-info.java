/**
 * The paper exchange as a JUnit extension, for our tests and for users' tests, and what can go wrong on the way to it.
 *
 * <p>Begin with {@link dev.okx4j.testing.PaperOkx}. {@link dev.okx4j.testing.Faults} say what goes wrong and when;
 * {@link dev.okx4j.testing.FaultyWire} and {@link dev.okx4j.testing.FaultyServer} are for those who run an exchange of their
 * own, in the time that they choose.
 */
@NullMarked
package dev.okx4j.testing;

import org.jspecify.annotations.NullMarked;
