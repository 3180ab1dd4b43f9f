package dev.okx4j.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A second process for {@link PaperHostTest}: opens a shared account and does what its standard input says. */
final class SharedAccount {
    private SharedAccount() {}

    public static void main(String[] args) throws IOException {
        try (PaperHost host = PaperExchange.host(Path.of(args[0]), args[1], "replay")) {
            Caller caller = new Caller(host.wire(), host.credentials());
            System.out.println(host.isHosting() ? "hosting" : "attached");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 3);
                System.out.println(
                        switch (words[0]) {
                            case "get" -> caller.get(words[1]);
                            case "post" -> caller.post(words[1], words[2]);
                            case "buy" -> caller.buy(words[1]);
                            default -> throw new IllegalArgumentException(line);
                        });
            }
        }
    }
}
