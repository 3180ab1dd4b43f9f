/** Keys and signatures. */
@NullMarked
package dev.okx4j.client.auth;

import org.jspecify.annotations.NullMarked;
