/** Algo orders: stop-loss, take-profit, trigger and trailing orders. */
@NullMarked
package dev.okx4j.client.algo;

import org.jspecify.annotations.NullMarked;
