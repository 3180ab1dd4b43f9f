/** Proves the venue against a naive exchange: the same random commands to both, and every figure compared. */
@NullMarked
package dev.okx4j.paper.model;

import org.jspecify.annotations.NullMarked;
