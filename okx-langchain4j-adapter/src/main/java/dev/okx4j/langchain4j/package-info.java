/** The tool registry as LangChain4j tools. */
@NullMarked
package dev.okx4j.langchain4j;

import org.jspecify.annotations.NullMarked;
