package dev.okx4j.testing.prove.world;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.trade.FillsRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.testing.prove.check.Checker;
import dev.okx4j.testing.prove.check.Happened;
import dev.okx4j.testing.prove.check.Happened.Asked;
import dev.okx4j.testing.prove.check.Violation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a world: nothing fails any more, everything is looked up and looked at, and the checker judges. */
public final class Ending {
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);
    private static final Duration WINDOW = Duration.ofMillis(2_100);
    private static final Pattern BILL = Pattern.compile("\"billId\":\"(\\d+)\"");
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 30;
    private static final int LOOKS = 18;
    private static final int MOST_OPEN = 400;

    private final World world;

    private Ending(World world) {
        this.world = world;
    }

    /** Returns what the world saw broken, once everything has come to rest. */
    public static List<Violation> of(World world) {
        new Ending(world).run();
        return Checker.check(world.notes().events(), world.steady());
    }

    private void run() {
        world.note(new Happened.Cleared(world.millis()));
        world.faults().clear();
        world.disk().heal();
        world.spare();
        world.recover(LONGEST_RECOVERY);
        world.pass(WINDOW);
        world.note(new Happened.FaultsOver(world.millis()));
        look(
                "orders",
                "/api/v5/trade/orders-pending",
                okx -> okx.trade().pending(PendingOrdersRequest.builder().build()));
        look(
                "positions",
                "/api/v5/account/positions",
                okx -> okx.account().positions(PositionsRequest.builder().build()));
        look("balances", "/api/v5/account/balance", okx -> List.of(okx.account().balance()));
        look(
                "fills",
                "/api/v5/trade/fills",
                okx -> okx.trade().fills(FillsRequest.builder().build()));
        world.pass(WINDOW);
        targets();
        bills();
        world.disk().durable().forEach((path, content) -> {
            if (content.length > 0) {
                world.note(new Happened.LogFile(world.millis(), path.toString(), content));
            }
        });
        world.note(new Happened.Measured(
                world.millis(),
                "open intents",
                world.running().client().recovery().open().size(),
                MOST_OPEN));
    }

    private void look(String what, String target, Function<OkxClient, ?> view) {
        Object seen = world.read("view-" + what, view);
        if (seen != null) {
            world.note(new Happened.Viewed(world.millis(), what, Json.write(seen), world.ask(target)));
        }
    }

    /** Asks for the state of everything that somebody wanted cancelled. */
    private void targets() {
        Set<String> asked = new HashSet<>();
        for (Happened event : List.copyOf(world.notes().events())) {
            if (event instanceof Asked a && a.mark().startsWith("mass-cancel ") && asked.add(a.mark())) {
                truth("protected", "/api/v5/trade/orders-pending?ordType=mmp,mmp_and_post_only");
            }
            if (event instanceof Asked a && a.mark().startsWith("cancel ") && asked.add(a.mark())) {
                if (asked.size() % LOOKS == 0) {
                    world.pass(WINDOW);
                }
                String id = a.mark().substring(a.mark().lastIndexOf(' ') + 1);
                boolean ours = !id.chars().allMatch(Character::isDigit) || id.length() == 32;
                if (a.mark().startsWith("cancel algo")) {
                    String name = ours ? "algoClOrdId" : "algoId";
                    truth("algos", "/api/v5/trade/order-algo?" + name + "=" + id);
                } else {
                    String name = ours ? "clOrdId" : "ordId";
                    truth("orders", "/api/v5/trade/order?instId=" + a.subject() + "&" + name + "=" + id);
                }
            }
        }
    }

    private void bills() {
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String answer = truth("bills", "/api/v5/account/bills?limit=" + PAGE + after);
            Matcher ids = BILL.matcher(answer);
            int count = 0;
            while (ids.find()) {
                count++;
                after = "&after=" + ids.group(1);
            }
            if (count < PAGE) {
                break;
            }
            world.pass(WINDOW);
        }
        truth("balances", "/api/v5/account/balance");
    }

    private String truth(String what, String target) {
        String answer = world.ask(target);
        world.note(new Happened.Truth(world.millis(), what, answer));
        return answer;
    }
}
