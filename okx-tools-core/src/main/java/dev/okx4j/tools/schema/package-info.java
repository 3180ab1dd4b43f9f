/** What a tool accepts: the schema of an arguments record, the check of a call against it, and the binding to the record. */
@NullMarked
package dev.okx4j.tools.schema;

import org.jspecify.annotations.NullMarked;
