/** What a European option is worth and how its worth changes, in decimals throughout. */
@NullMarked
package dev.okx4j.paper.options;

import org.jspecify.annotations.NullMarked;
