/** Where prices come from: instruments, the legs of the price path and funding rates, in time order. */
@NullMarked
package dev.okx4j.paper.feed;

import org.jspecify.annotations.NullMarked;
