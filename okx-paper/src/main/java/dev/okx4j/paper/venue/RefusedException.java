package dev.okx4j.paper.venue;

/** Carries a refusal from a rule to the one who answers the command; nothing has been changed when it is thrown. */
@SuppressWarnings("serial") // never leaves the venue
final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    private RefusedException(Refusal refusal) {
        super(refusal.code() + " " + refusal.msg(), null, false, false);
        this.refusal = refusal;
    }

    static RefusedException because(String code, String msg) {
        return new RefusedException(Refusal.of(code, msg));
    }

    static RefusedException because(String code, String subCode, String msg) {
        return new RefusedException(new Refusal(code, msg, subCode));
    }

    static RefusedException parameter(String name, String why) {
        return new RefusedException(Refusal.parameter(name, why));
    }

    Refusal refusal() {
        return refusal;
    }
}
