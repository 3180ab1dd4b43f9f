/** WebSocket streams under faults: the client against the paper exchange, over real sockets. */
@NullMarked
package dev.okx4j.testing.streams;

import org.jspecify.annotations.NullMarked;
