package dev.okx4j.testing.prove.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.testing.prove.check.Happened;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process's end of the wire: notes what leaves and what comes back, and is a place to be killed at. */
final class Tap implements Wire {
    private static final Pattern CLIENT_ID =
            Pattern.compile("\"(?:clOrdId|algoClOrdId|clientId|reqId)\":\"([A-Za-z0-9]+)\"");

    private final World world;
    private final ClientRun run;

    Tap(World world, ClientRun run) {
        this.world = world;
        this.run = run;
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        run.pass("before " + request.method());
        int number = world.nextRequest();
        world.ground().expect(request, number);
        int mark = request.target().indexOf('?');
        world.note(new Happened.Left(
                world.millis(),
                number,
                world.call(),
                request.method(),
                path(request),
                mark < 0 ? "" : request.target().substring(mark + 1),
                telling(request.headers()),
                new String(request.body(), UTF_8),
                world.age(request.headers().get("OK-ACCESS-TIMESTAMP")),
                isOnDisk(request)));
        try {
            WireResponse answer = world.network().exchange(request);
            world.note(new Happened.Answered(
                    world.millis(), number, answer.status(), "", new String(answer.body(), UTF_8)));
            if (answer.status() == 429 && "cloudflare".equals(answer.headers().get("server"))) {
                world.banned();
            }
            run.pass("after " + request.method());
            return answer;
        } catch (IOException e) {
            world.note(new Happened.Answered(world.millis(), number, 0, Happened.nameOf(e), ""));
            run.pass("after " + request.method());
            throw e;
        }
    }

    static String path(WireRequest request) {
        int mark = request.target().indexOf('?');
        return mark < 0 ? request.target() : request.target().substring(0, mark);
    }

    /** Returns the headers that a judge asks for. */
    static Map<String, String> telling(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (name.equals("expTime") || name.equals("OK-ACCESS-TIMESTAMP")) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    /** Returns whether every client id of a write is on the disk; a cancel may go without, when the disk has failed. */
    private boolean isOnDisk(WireRequest request) {
        String path = path(request);
        if (!request.method().equals("POST") || (path.contains("cancel") && run.diskFailed())) {
            return true;
        }
        Matcher ids = CLIENT_ID.matcher(new String(request.body(), UTF_8));
        while (ids.find()) {
            if (!world.disk().holds(ids.group(1))) {
                return false;
            }
        }
        return true;
    }
}
