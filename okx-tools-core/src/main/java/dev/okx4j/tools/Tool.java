package dev.okx4j.tools;

import dev.okx4j.tools.schema.ArgumentsType;
import dev.okx4j.tools.schema.SchemaCatalog;
import java.util.Map;

/**
 * An operation that an agent may call: its name, what a model is told about it, what it takes, and what it does.
 *
 * <p>A tool is a constant that begins with {@link #read} or {@link #write}, so that its access cannot be forgotten.
 *
 * @param <A> the record of its arguments; a {@code @Nullable} component is optional
 */
public final class Tool<A extends Record> {
    private final Builder<A> facts;
    private final ToolHandler<A> handler;

    private Tool(Builder<A> facts, ToolHandler<A> handler) {
        this.facts = facts;
        this.handler = handler;
    }

    /** Returns the beginning of a tool that changes nothing. */
    public static <A extends Record> Builder<A> read(String name, Class<A> arguments) {
        return new Builder<>(name, ToolAccess.READ, arguments);
    }

    /** Returns the beginning of a tool that may change something. */
    public static <A extends Record> Builder<A> write(String name, Class<A> arguments) {
        return new Builder<>(name, ToolAccess.WRITE, arguments);
    }

    /** Returns the unique name: the module, what is done, and to what, in lower case with underscores. */
    public String name() {
        return facts.name;
    }

    /** Returns the short name that a person sees. */
    public String title() {
        return facts.title;
    }

    /** Returns what a model is told; it is fixed text and never built from an exchange's answer. */
    public String description() {
        return facts.description;
    }

    /** Returns the module by which the tool is switched on: the first word of its name. */
    public String module() {
        return facts.name.substring(0, facts.name.indexOf('_'));
    }

    /** Returns whether the tool only looks; a read reaches no endpoint that changes anything. */
    public ToolAccess access() {
        return facts.access;
    }

    /** Returns the record that the arguments are bound to; a {@code @Nullable} component may be left out. */
    public Class<A> argumentsType() {
        return facts.arguments;
    }

    /** Returns the JSON schema of the arguments, from the checked-in catalogue that equals the record. */
    public String inputSchema() {
        return SchemaCatalog.bundled().schemaOf(facts.name);
    }

    /** Returns whether the tool asks for something that only the owner of a key may see. */
    boolean needsKey() {
        return !module().equals("market") && !module().equals("system");
    }

    /** Returns whether the tool changes nothing. */
    public boolean readOnlyHint() {
        return facts.access == ToolAccess.READ;
    }

    /** Returns whether the tool may undo or spend something. */
    public boolean destructiveHint() {
        return facts.access == ToolAccess.WRITE;
    }

    /** Returns whether calling twice is the same as calling once. */
    public boolean idempotentHint() {
        return facts.access == ToolAccess.READ;
    }

    /** Returns whether the tool talks to a world outside the server. */
    public boolean openWorldHint() {
        return !facts.local;
    }

    /** Checks the arguments, binds them to the record and runs the handler. */
    Answer run(ToolSession session, Map<?, ?> arguments) {
        return handler.handle(session, ArgumentsType.of(facts.arguments).bind(arguments));
    }

    @Override
    public String toString() {
        return facts.name;
    }

    /**
     * The facts of a tool up to its handler. This class is not threadsafe.
     *
     * @param <A> the record of the tool's arguments
     */
    public static final class Builder<A extends Record> {
        private final String name;
        private final ToolAccess access;
        private final Class<A> arguments;
        private String title = "";
        private String description = "";
        private boolean local;

        private Builder(String name, ToolAccess access, Class<A> arguments) {
            if (name.indexOf('_') < 1) {
                throw new IllegalArgumentException("a tool's name begins with its module: " + name);
            }
            this.name = name;
            this.access = access;
            this.arguments = arguments;
        }

        /** Sets the short name that a person sees; it is needed. */
        public Builder<A> title(String title) {
            this.title = title;
            return this;
        }

        /** Sets what a model is told: what the tool is for, its units, and which tool to take instead; it is needed. */
        public Builder<A> description(String description) {
            this.description = description;
            return this;
        }

        /** Says that the tool answers from the server itself, without asking the exchange. */
        public Builder<A> local() {
            this.local = true;
            return this;
        }

        /** Finishes the tool: the handler comes last because it is what the rest describes. */
        public Tool<A> handler(ToolHandler<A> handler) {
            if (title.isEmpty() || description.isEmpty()) {
                throw new IllegalStateException(name + " needs a title and a description");
            }
            return new Tool<>(this, handler);
        }
    }
}
