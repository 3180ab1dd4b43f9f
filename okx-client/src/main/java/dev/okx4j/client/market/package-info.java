/** Market data: tickers, order books and candles. */
@NullMarked
package dev.okx4j.client.market;

import org.jspecify.annotations.NullMarked;
