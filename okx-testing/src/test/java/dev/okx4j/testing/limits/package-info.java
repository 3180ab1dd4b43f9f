/** The limits, with the client and the paper exchange as they are, over real sockets and between real processes. */
@NullMarked
package dev.okx4j.testing.limits;

import org.jspecify.annotations.NullMarked;
