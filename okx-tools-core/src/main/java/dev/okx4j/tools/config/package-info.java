/** How a server is launched: flags, profiles, and the one place that decides between paper, demo and live. */
@NullMarked
package dev.okx4j.tools.config;

import org.jspecify.annotations.NullMarked;
