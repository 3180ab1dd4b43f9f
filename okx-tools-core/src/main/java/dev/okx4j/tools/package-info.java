/** The tool registry: what a tool is, how it is found and called, what it answers. */
@NullMarked
package dev.okx4j.tools;

import org.jspecify.annotations.NullMarked;
