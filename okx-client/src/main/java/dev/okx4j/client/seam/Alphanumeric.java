package dev.okx4j.client.seam;

/** Random text of letters and digits. */
final class Alphanumeric {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    // The largest multiple of 62 in a byte: bytes above it would favour the first letters, so they are drawn again.
    private static final int FAIR = 4 * ALPHABET.length();

    private Alphanumeric() {}

    static String random(Entropy entropy, int length) {
        StringBuilder text = new StringBuilder(length);
        byte[] bytes = new byte[length + length / 8 + 1];
        while (text.length() < length) {
            entropy.fill(bytes);
            for (int i = 0; i < bytes.length && text.length() < length; i++) {
                int value = bytes[i] & 0xff;
                if (value < FAIR) {
                    text.append(ALPHABET.charAt(value % ALPHABET.length()));
                }
            }
        }
        return text.toString();
    }
}
