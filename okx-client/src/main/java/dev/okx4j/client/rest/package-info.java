/** How any endpoint of OKX's REST interface is described and called. */
@NullMarked
package dev.okx4j.client.rest;

import org.jspecify.annotations.NullMarked;
