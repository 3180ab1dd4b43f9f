/** The proof that no order is lost, doubled or left unexplained: a simulated world, its judge, and bugs planted to test both. */
@NullMarked
package dev.okx4j.testing.prove;

import org.jspecify.annotations.NullMarked;
