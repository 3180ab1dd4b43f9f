/** The matching engine: one price-time priority book per instrument, commands in, events out. */
@NullMarked
package dev.okx4j.paper.engine;

import org.jspecify.annotations.NullMarked;
