package dev.okx4j.paper.venue;

/**
 * Why a command was not carried out, in OKX's terms.
 *
 * @param code OKX's {@code sCode}
 * @param msg the reason in words
 * @param subCode OKX's {@code subCode}, empty when there is none
 */
public record Refusal(String code, String msg, String subCode) {

    /** Returns a refusal without a sub-code. */
    static Refusal of(String code, String msg) {
        return new Refusal(code, msg, "");
    }

    /** Returns the refusal of a parameter whose value makes no sense. */
    static Refusal parameter(String name, String why) {
        return of("51000", "Parameter " + name + " error: " + why);
    }
}
