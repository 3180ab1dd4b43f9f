package dev.okx4j.paper.stream;

/** Ends the handling of a frame, or of one argument of it, with one of OKX's codes. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String code, String msg) {
        super(msg, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String msg() {
        return String.valueOf(getMessage());
    }

    /** Returns the refusal of a channel that is not there, or not at this address, or not with these arguments. */
    static Refused unknown(Arg arg) {
        return new Refused(
                "60018",
                "Wrong URL or " + arg.words()
                        + " doesn't exist. Please use the correct URL, channel and parameters referring to API document.");
    }
}
