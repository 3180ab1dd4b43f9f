/**
 * A world in one thread: virtual time, a disk that forgets, a network that fails and a process that is killed, all decided by
 * one seed.
 */
@NullMarked
package dev.okx4j.testing.prove.world;

import org.jspecify.annotations.NullMarked;
