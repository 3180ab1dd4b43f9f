package dev.okx4j.paper.wire;

/** Ends the handling of a request with one of OKX's codes and no data. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedException(String code, String msg) {
        super(msg, null, false, false);
        this.code = code;
    }

    /** Returns the refusal of a request without a parameter that it needs. */
    static RefusedException missing(String name) {
        return new RefusedException("50014", "Parameter " + name + " can not be empty.");
    }

    /** Returns the refusal of a parameter whose value is not of its form. */
    static RefusedException bad(String name) {
        return new RefusedException("51000", "Parameter " + name + " error");
    }

    /** Returns the same with what would be right. */
    static RefusedException bad(String name, String why) {
        return new RefusedException("51000", "Parameter " + name + " error: " + why);
    }

    /** Returns the refusal of what OKX knows and this exchange does not offer. */
    static RefusedException unsupported(String what) {
        return new RefusedException("50038", what + " is not offered by the paper exchange");
    }

    /** Returns the answer to send in place of a row. */
    Answer answer() {
        return Answer.refused(code, String.valueOf(getMessage()));
    }
}
