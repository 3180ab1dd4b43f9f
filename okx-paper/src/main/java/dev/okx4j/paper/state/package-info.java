/** A venue that survives: every change of it is on the disk before it is answered. */
@NullMarked
package dev.okx4j.paper.state;

import org.jspecify.annotations.NullMarked;
