/** The exchange behind the wire: orders, algo orders, positions, margin, money, and the market clock. */
@NullMarked
package dev.okx4j.paper.venue;

import org.jspecify.annotations.NullMarked;
