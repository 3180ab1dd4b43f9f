/**
 * Object graphs as bytes: every field of every object, so that nothing that a program remembers can be forgotten by whoever
 * writes it down. Fields that are {@code transient} are wiring, not memory, and are left as they are.
 */
@NullMarked
package dev.okx4j.paper.snapshot;

import org.jspecify.annotations.NullMarked;
