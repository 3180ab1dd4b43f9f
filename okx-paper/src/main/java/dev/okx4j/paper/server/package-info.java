/** Binds the exchange to a port of the loopback interface. */
@NullMarked
package dev.okx4j.paper.server;

import org.jspecify.annotations.NullMarked;
