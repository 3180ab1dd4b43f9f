/** WebSocket connections inside one process, without a socket. */
@NullMarked
package dev.okx4j.paper.stream.memory;

import org.jspecify.annotations.NullMarked;
