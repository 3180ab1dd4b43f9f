/** Every operation against every fault: what comes of it, and the table that says so. */
@NullMarked
package dev.okx4j.testing.prove.matrix;

import org.jspecify.annotations.NullMarked;
