/** The MCP server over the tool registry. */
@NullMarked
package dev.okx4j.mcp;

import org.jspecify.annotations.NullMarked;
