/** The only sources of time, waiting, ids and random numbers, so that a test or a simulation can replace them. */
@NullMarked
package dev.okx4j.client.seam;

import org.jspecify.annotations.NullMarked;
