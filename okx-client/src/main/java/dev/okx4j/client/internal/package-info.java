/** Machinery that is not API and may change at any time. */
@NullMarked
package dev.okx4j.client.internal;

import org.jspecify.annotations.NullMarked;
