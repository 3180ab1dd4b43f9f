package dev.okx4j.tools.config;

/** A launch that cannot be: a sentence for standard error, and the exit code that goes with it. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exit code of a command line or configuration that is wrong. */
    public static final int USAGE = 2;

    private final int exitCode;

    /** Makes the refusal of a wrong command line or configuration. */
    public LaunchException(String message) {
        this(message, USAGE);
    }

    /**
     * Makes a refusal with another exit code.
     *
     * @param message a sentence for the user, without any secret
     */
    public LaunchException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Returns the code with which the program should end. */
    public int exitCode() {
        return exitCode;
    }
}
