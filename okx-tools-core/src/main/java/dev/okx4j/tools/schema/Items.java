package dev.okx4j.tools.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many items a list of records holds, both bounds included; a list without bounds is not accepted in an arguments
 * record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Items {
    /** Returns the fewest items. */
    int min() default 1;

    /** Returns the most items. */
    int max();
}
