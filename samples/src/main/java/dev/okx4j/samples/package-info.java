/** Programs that a reader runs and copies. */
@NullMarked
package dev.okx4j.samples;

import org.jspecify.annotations.NullMarked;
