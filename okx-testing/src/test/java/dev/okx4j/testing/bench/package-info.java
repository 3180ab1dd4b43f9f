/** What an order costs, measured. */
@NullMarked
package dev.okx4j.testing.bench;

import org.jspecify.annotations.NullMarked;
