/** A trading program that is killed, over and over, and what is left of its orders. */
@NullMarked
package dev.okx4j.testing.crash;

import org.jspecify.annotations.NullMarked;
