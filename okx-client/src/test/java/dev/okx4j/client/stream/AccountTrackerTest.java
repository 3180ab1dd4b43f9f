package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.stream.Standing.State;
import dev.okx4j.client.stream.event.BalanceAndPosition;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What an account holds, through pages, outages, silent channels and a REST that is late. */
@NullUnmarked
class AccountTrackerTest {
    private static final AccountTopics TOPICS = AccountTopics.all();
    private static final String SWAP = "BTC-USDT-SWAP";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedSource source = new ScriptedSource(time);
    private final ScriptedSource.Ticks ticks = new ScriptedSource.Ticks(time);
    /** What REST shows: the cash of each currency, and the size of each position by its id. */
    private final Map<String, String> cash = new LinkedHashMap<>();

    private final Map<String, String> open = new LinkedHashMap<>();
    private int restTime;
    private boolean broken;
    private int reads;
    private final List<String> story = new ArrayList<>();
    private final AccountTracker tracker = new AccountTracker(
            source, TOPICS, Clients.reading(rest(), time).build().account(), time, Runnable::run, ticks);

    private ScriptedWire rest() {
        return new ScriptedWire()
                .on("GET /api/v5/account/balance", request -> {
                    reads++;
                    if (broken) {
                        throw new IOException("unreachable");
                    }
                    return answer(balanceJson(restTime, cash));
                })
                .on(
                        "GET /api/v5/account/positions",
                        request -> answer(open.entrySet().stream()
                                .map(entry -> positionJson(entry.getKey(), entry.getValue(), restTime))
                                .collect(Collectors.joining(","))));
    }

    private static WireResponse answer(String rows) {
        return ScriptedWire.json(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}");
    }

    private static String balanceJson(int millis, Map<String, String> cash) {
        String details = cash.entrySet().stream()
                .map(entry -> "{\"ccy\":\"" + entry.getKey() + "\",\"cashBal\":\"" + entry.getValue()
                        + "\",\"uTime\":\"" + millis + "\"}")
                .collect(Collectors.joining(","));
        return "{\"uTime\":\"" + millis + "\",\"totalEq\":\"1\",\"details\":[" + details + "]}";
    }

    private static String positionJson(String posId, String pos, int millis) {
        return "{\"instType\":\"SWAP\",\"mgnMode\":\"cross\",\"posId\":\"" + posId + "\",\"posSide\":\"net\",\"pos\":\""
                + pos + "\",\"instId\":\"" + SWAP + "\",\"uTime\":\"" + millis + "\"}";
    }

    private static AccountBalance balance(int millis, String... cash) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < cash.length; i += 2) {
            map.put(cash[i], cash[i + 1]);
        }
        return Json.read(balanceJson(millis, map), AccountBalance.class);
    }

    private static Position position(String posId, String pos, int millis) {
        return Json.read(positionJson(posId, pos, millis), Position.class);
    }

    private void push(boolean snapshot, boolean more, AccountBalance row) {
        source.push(new Update<>(TOPICS.account(), List.of(row), snapshot, more));
    }

    private void push(boolean snapshot, Position... rows) {
        source.push(new Update<>(TOPICS.positions(), List.of(rows), snapshot, false));
    }

    private void begin() {
        tracker.subscribe(new AccountListener() {
            @Override
            public void onBalance(BalanceDetail balance) {
                story.add(balance.ccy() + " " + balance.cashBal());
            }

            @Override
            public void onBalanceGone(String ccy) {
                story.add(ccy + " gone");
            }

            @Override
            public void onPosition(Position position) {
                story.add(position.posId() + " " + position.pos());
            }

            @Override
            public void onClosed(Position last) {
                story.add(last.posId() + " closed");
            }

            @Override
            public void onStanding(Standing standing) {
                story.add(standing.state().name());
            }
        });
        source.live();
    }

    private List<String> since(int mark) {
        return List.copyOf(story.subList(mark, story.size()));
    }

    @Test
    void account_isWhatRestAndPushesShow_eachByItsNewestTime() {
        cash.put("BTC", "1");
        cash.put("USDT", "100");
        open.put("p1", "5");
        restTime = 10;
        begin();
        assertThat(story).containsExactly("WAITING", "BTC 1", "USDT 100", "p1 5", "LIVE");
        push(false, false, balance(11, "USDT", "90"));
        push(false, position("p1", "7", 11));
        push(false, false, balance(9, "USDT", "120"));
        push(false, position("p1", "3", 9));
        assertThat(tracker.balance("USDT").cashBal()).isEqualByComparingTo("90");
        assertThat(tracker.position(SWAP, MgnMode.cross, PosSide.net).pos()).isEqualByComparingTo("7");
        assertThat(tracker.position(SWAP, MgnMode.isolated, PosSide.net)).isNull();
        assertThat(tracker.account().details()).isEqualTo(tracker.balances()).hasSize(2);
        assertThat(tracker.account().uTime().toEpochMilli()).isEqualTo(11);
        push(false, position("p1", "0", 12));
        push(false, position("p1", "7", 11));
        assertThat(tracker.positions()).isEmpty();
        push(false, position("p1", "1", 13));
        assertThat(tracker.positions()).hasSize(1);
        assertThat(since(5)).containsExactly("USDT 90", "p1 7", "p1 closed", "p1 1");
    }

    @Test
    void snapshotOfSeveralPages_takesAwayWhatNoPageShows() {
        cash.put("BTC", "1");
        cash.put("ETH", "2");
        open.put("p1", "5");
        open.put("p2", "6");
        begin();
        int mark = story.size();
        push(true, true, balance(5, "USDT", "100"));
        assertThat(tracker.balances()).hasSize(3);
        push(true, false, balance(5, "BTC", "1"));
        push(true, position("p2", "6", 0));
        assertThat(since(mark)).containsExactly("USDT 100", "BTC 1", "ETH gone", "p1 closed");
    }

    @Test
    void snapshotThatAnOutageCutInTwo_takesNothingAway() {
        cash.put("BTC", "1");
        begin();
        push(true, true, balance(5, "USDT", "100"));
        cash.put("USDT", "100");
        source.stale();
        source.live();
        push(true, true, balance(6, "BTC", "1"));
        push(true, false, balance(6, "USDT", "100"));
        assertThat(tracker.balances()).hasSize(2);
        assertThat(story).doesNotContain("BTC gone", "USDT gone");
    }

    @Test
    void d17_whatChangedDuringAnOutage_isFound_whateverClosed() {
        cash.put("BTC", "1");
        cash.put("ETH", "2");
        open.put("p1", "5");
        open.put("p2", "6");
        restTime = 10;
        begin();
        source.stale();
        assertThat(tracker.standing().state()).isEqualTo(State.STALE);
        cash.put("BTC", "3");
        cash.remove("ETH");
        open.remove("p1");
        open.put("p3", "9");
        restTime = 20;
        int mark = story.size();
        source.live();
        assertThat(tracker.standing().state())
                .as("REST may be late with what it does not show")
                .isEqualTo(State.STALE);
        ticks.pass(Duration.ofSeconds(4));
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(since(mark))
                .contains("BTC 3", "ETH gone", "p1 closed", "p3 9")
                .endsWith("LIVE");
        assertThat(tracker.positions().stream().map(Position::posId)).containsExactly("p2", "p3");
        assertThat(tracker.balances()).hasSize(1);
    }

    @Test
    void positionPushedWhileRestIsLate_isNotTakenAway() {
        begin();
        push(false, position("p1", "5", 10));
        source.stale();
        source.live();
        push(false, position("p1", "6", 11));
        ticks.pass(Duration.ofSeconds(4));
        assertThat(tracker.positions())
                .singleElement()
                .satisfies(p -> assertThat(p.pos()).isEqualByComparingTo("6"));
        open.put("p1", "6");
        restTime = 11;
        ticks.pass(Duration.ofSeconds(4));
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(story).doesNotContain("p1 closed");
    }

    @Test
    void restThatFails_isAskedAgain_andNothingIsBelievedMeanwhile() {
        broken = true;
        begin();
        ticks.pass(Duration.ofSeconds(5));
        assertThat(tracker.standing().state()).isEqualTo(State.WAITING);
        broken = false;
        ticks.pass(Duration.ofSeconds(5));
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
    }

    @Test
    void changeThatOnlyTheJointChannelTells_isReadFromRest() {
        cash.put("USDT", "100");
        restTime = 10;
        begin();
        int before = reads;
        cash.put("USDT", "80");
        restTime = 20;
        source.push(
                TOPICS.balanceAndPosition(),
                Json.<BalanceAndPosition>read(
                        "{\"pTime\":\"20\",\"eventType\":\"filled\",\"balData\":[{\"ccy\":\"USDT\",\"cashBal\":\"80\",\"uTime\":\"20\"}],"
                                + "\"posData\":[],\"trades\":[]}",
                        BalanceAndPosition.class));
        ticks.pass(Duration.ofSeconds(4));
        assertThat(reads).isEqualTo(before + 1);
        assertThat(tracker.balance("USDT").cashBal()).isEqualByComparingTo("80");
    }

    @Test
    void d03_channelThatStaysSilentAboutWhatRestShows_isConnectedAnew() {
        cash.put("USDT", "100");
        restTime = 10;
        begin();
        ticks.pass(Duration.ofSeconds(35));
        assertThat(source.reconnects).isEmpty();
        restTime = 20;
        cash.put("USDT", "80");
        ticks.pass(Duration.ofSeconds(30));
        push(false, false, balance(20, "USDT", "80"));
        ticks.pass(Duration.ofSeconds(20));
        assertThat(source.reconnects).as("the push was only late").isEmpty();
        restTime = 30;
        open.put("p1", "5");
        ticks.pass(Duration.ofSeconds(60));
        assertThat(source.reconnects).isNotEmpty();
        assertThat(tracker.positions()).hasSize(1);
    }

    @Test
    void endOfOneChannel_isTheEnd_andCloseLetsGo() {
        begin();
        source.stand(source.standing(State.ENDED, false));
        assertThat(tracker.standing().state()).isEqualTo(State.ENDED);
        tracker.close();
        assertThat(story).endsWith("ENDED");
        assertThat(source.isTapped()).isFalse();
        assertThat(ticks.isIdle()).isTrue();
    }
}
