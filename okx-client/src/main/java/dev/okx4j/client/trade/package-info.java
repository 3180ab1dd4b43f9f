/** Orders and fills. */
@NullMarked
package dev.okx4j.client.trade;

import org.jspecify.annotations.NullMarked;
