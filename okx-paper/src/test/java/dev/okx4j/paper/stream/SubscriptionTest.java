package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class SubscriptionTest {
    private StreamExchange exchange;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false);
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUBLIC | {'channel':'no-such-channel'} | 60018",
                "PUBLIC | {'channel':'tickers','instId':'NO-SUCH'} | 60018",
                "PUBLIC | {'channel':'tickers'} | 60018",
                "PUBLIC | {'channel':'books','instId':'NO-SUCH'} | 60018",
                "PUBLIC | {'channel':'candle1m','instId':'BTC-USDT-SWAP'} | 64001",
                "PUBLIC | {'channel':'orders-algo','instType':'ANY'} | 64001",
                "PUBLIC | {'channel':'orders','instType':'ANY'} | 60018",
                "BUSINESS | {'channel':'tickers','instId':'BTC-USDT-SWAP'} | 64002",
                "BUSINESS | {'channel':'orders','instType':'ANY'} | 64002",
                "BUSINESS | {'channel':'deposit-info'} | 60018",
                "BUSINESS | {'channel':'candle7m','instId':'BTC-USDT-SWAP'} | 60018",
                "BUSINESS | {'channel':'orders-algo','instType':'ANY'} | 60011",
                "PRIVATE | {'channel':'tickers','instId':'BTC-USDT-SWAP'} | 60018",
                "PRIVATE | {'channel':'account'} | 60011",
                "PUBLIC | {'channel':'books-l2-tbt','instId':'BTC-USDT-SWAP'} | 60011",
                "PUBLIC | {'channel':['tickers']} | 60013",
                "PUBLIC | [{'channel':'tickers'}] | 60013"
            })
    void argument_thatCannotBeSubscribedTo_hasItsCode(Door door, String arg, String code) {
        StreamClient client = exchange.connect(door);
        client.send("{\"id\":\"x1\",\"op\":\"subscribe\",\"args\":[" + arg.replace('\'', '"') + "]}");
        Map<?, ?> answer = client.json();
        assertThat(answer.get("event")).isEqualTo("error");
        assertThat(answer.get("code")).isEqualTo(code);
        assertThat(answer.get("id")).isEqualTo("x1");
        assertThat(answer.get("connId")).isNotNull();
        assertThat(client.settled()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'channel':'orders'} | 60027",
                "{'channel':'orders','instType':'SHARES'} | 60033",
                "{'channel':'positions','instType':'ANY','extraParams':'{updateInterval}'} | 60033"
            })
    void privateArgument_withoutWhatItNeeds_hasItsCode(String arg, String code) {
        StreamClient client = exchange.owner(Door.PRIVATE);
        client.send("{\"op\":\"subscribe\",\"args\":[" + arg.replace('\'', '"') + "]}");
        assertThat(client.json().get("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | 60012",
                "[1] | 60012",
                "{'args':[{'channel':'status'}]} | 60012",
                "{'op':'subscribe'} | 60012",
                "{'op':'subscribe','args':[]} | 60012",
                "{'op':'subscribe','argss':[{'channel':'status'}]} | 60012",
                "{'op':'resubscribe','args':[{'channel':'status'}]} | 60019",
                "{'id':'not an id','op':'subscribe','args':[{'channel':'status'}]} | 60033"
            })
    void frame_thatIsNoRequest_hasItsCode_andTheConnectionGoesOn(String frame, String code) {
        StreamClient client = exchange.connect(Door.PUBLIC);
        client.send(frame.replace('\'', '"'));
        assertThat(client.json().get("code")).isEqualTo(code);
        assertThat(client.settled()).isEmpty();
    }

    @Test
    void arguments_areAnsweredOneByOne_andAWrongOneStopsNoOther() {
        StreamClient client = exchange.connect(Door.PUBLIC);
        client.send("""
                {"id":"7","op":"subscribe","args":[{"channel":"tickers","instId":"NO-SUCH"},{"channel":"tickers","instId":"BTC-USDT-SWAP"}]}""");
        assertThat(client.json().get("code")).isEqualTo("60018");
        Map<?, ?> done = client.json();
        assertThat(done.get("event")).isEqualTo("subscribe");
        assertThat(done.get("id")).isEqualTo("7");
        assertThat((Object) done.get("arg")).isEqualTo(Map.of("channel", "tickers", "instId", "BTC-USDT-SWAP"));
        assertThat(((Map<?, ?>) client.push("tickers").get("arg")).get("instId"))
                .isEqualTo("BTC-USDT-SWAP");
    }

    @Test
    void subscription_again_isAcknowledgedAgain_andPushedOnceOnly() {
        StreamClient client = exchange.connect(Door.PUBLIC);
        String arg = "{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"}";
        client.subscribe(arg, arg);
        client.settled();
        exchange.advance("1D");
        assertThat(client.settled()).hasSize(1);
    }

    @Test
    void subscription_thatHasEnded_isPushedNoMore_andCannotEndAgain() {
        StreamClient client = exchange.connect(Door.PUBLIC);
        client.subscribe("{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"}");
        client.settled();
        String end =
                "{\"id\":\"e\",\"op\":\"unsubscribe\",\"args\":[{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"}]}";
        client.send(end);
        assertThat(client.json().get("event")).isEqualTo("unsubscribe");
        exchange.advance("1D");
        assertThat(client.settled()).isEmpty();
        client.send(end);
        assertThat(client.json().get("code")).isEqualTo("60018");
    }

    @Test
    void privateSubscription_isFollowedByTheCountOfConnections() {
        StreamClient first = exchange.owner(Door.PRIVATE).subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        assertThat(first.json().get("connCount")).isEqualTo("1");
        StreamClient second = exchange.owner(Door.PRIVATE).subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        Map<?, ?> count = second.json();
        assertThat(count.get("event")).isEqualTo("channel-conn-count");
        assertThat(count.get("channel")).isEqualTo("orders");
        assertThat(count.get("connCount")).isEqualTo("2");
    }

    @Test
    void connection_overTheThirtiethOfAPrivateChannel_isTold_andNotPushed() {
        for (int i = 0; i < 30; i++) {
            exchange.owner(Door.PRIVATE)
                    .subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}")
                    .settled();
        }
        StreamClient late = exchange.owner(Door.PRIVATE).subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        assertThat(late.json().get("event")).isEqualTo("channel-conn-count-error");
        exchange.limit("buy", "100", "1");
        assertThat(late.settled()).isEmpty();
    }

    @Test
    void pushes_ofAnOrder_comeInTheOrderOfWhatHappened() {
        StreamClient client = exchange.owner(Door.PRIVATE)
                .subscribe(
                        "{\"channel\":\"orders\",\"instType\":\"ANY\"}",
                        "{\"channel\":\"fills\"}",
                        "{\"channel\":\"positions\",\"instType\":\"ANY\"}");
        client.settled();
        exchange.market("buy", "1");
        List<String> channels = client.settled().stream()
                .map(text -> text.replaceAll(".*?\"channel\":\"([a-z]+)\".*", "$1"))
                .toList();
        assertThat(channels).containsExactly("orders", "fills", "orders", "positions");
    }
}
