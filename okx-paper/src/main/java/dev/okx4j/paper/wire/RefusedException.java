package dev.okx4j.paper.wire;

/** Ends the handling of a request with one of OKX's codes and no data. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedException(String code, String msg) {
        super(msg, null, false, false);
        this.code = code;
    }

    static RefusedException missing(String name) {
        return new RefusedException("50014", "Parameter " + name + " can not be empty.");
    }

    static RefusedException bad(String name) {
        return new RefusedException("51000", "Parameter " + name + " error");
    }

    static RefusedException bad(String name, String why) {
        return new RefusedException("51000", "Parameter " + name + " error: " + why);
    }

    static RefusedException unsupported(String what) {
        return new RefusedException("50038", what + " is not offered by the paper exchange");
    }

    Answer answer() {
        return Answer.refused(code, String.valueOf(getMessage()));
    }
}
