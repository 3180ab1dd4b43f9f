/** Values that several sections of OKX's API share. */
@NullMarked
package dev.okx4j.client.model;

import org.jspecify.annotations.NullMarked;
