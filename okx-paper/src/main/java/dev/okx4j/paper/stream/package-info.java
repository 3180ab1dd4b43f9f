/** The exchange's WebSocket side: connections, subscriptions and what they are pushed. */
@NullMarked
package dev.okx4j.paper.stream;

import org.jspecify.annotations.NullMarked;
