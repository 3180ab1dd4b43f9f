/** The embedded paper exchange: opens it, in process or on a loopback port. */
@NullMarked
package dev.okx4j.paper;

import org.jspecify.annotations.NullMarked;
