/** Files that only grow, and that say when they were damaged. */
@NullMarked
package dev.okx4j.client.log;

import org.jspecify.annotations.NullMarked;
