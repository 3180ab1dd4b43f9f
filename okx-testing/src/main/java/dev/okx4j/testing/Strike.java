package dev.okx4j.testing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one request.
 *
 * @param fault the fault; null when the request passes
 * @param lag how long what it creates cannot be seen
 */
record Strike(@Nullable Fault fault, Duration lag) {}
