/** The tools that only the paper exchange has: its clock and its reset. */
@NullMarked
package dev.okx4j.tools.paper;

import org.jspecify.annotations.NullMarked;
