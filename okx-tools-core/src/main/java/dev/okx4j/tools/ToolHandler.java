package dev.okx4j.tools;

/**
 * What a tool does with arguments that have already been checked.
 *
 * @param <A> the tool's arguments
 */
@FunctionalInterface
public interface ToolHandler<A extends Record> {
    /** Returns the answer, or throws what the registry turns into a structured error. */
    Answer handle(ToolSession session, A arguments);
}
