package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OperationDeskTest {
    private final Stage stage = new Stage(1);
    private final List<String> replies = new ArrayList<>();

    private boolean operate(String id) {
        return stage.switchboard
                .orders()
                .operate(
                        id,
                        "{\"id\":\"" + id + "\",\"op\":\"order\",\"args\":[]}",
                        reply -> replies.add(reply.isLost() ? id + " lost" : id + " answered"));
    }

    private void prepared() {
        stage.switchboard.prepareOrders();
        stage.settle();
    }

    private static String answer(String id) {
        return "{\"id\":\"" + id + "\",\"op\":\"order\",\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
    }

    @Test
    void d21_notLoggedIn_noByteLeaves_andNothingIsHeard() {
        assertThat(operate("1")).isFalse();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.line(0).requests("order")).isEmpty();
        assertThat(replies).isEmpty();
        assertThat(operate("2")).as("the connection was opened meanwhile").isTrue();
    }

    @Test
    void d21_anAnswer_isHeardByWhoWaitsForIt_once() {
        prepared();
        assertThat(operate("1")).isTrue();
        assertThat(operate("2")).isTrue();
        stage.line(0).say(answer("2"));
        stage.line(0).say(answer("2"));
        assertThat(replies).containsExactly("2 answered");
    }

    @Test
    void d21_theConnectionDies_everyOperationIsLostOnce() {
        prepared();
        operate("1");
        operate("2");
        stage.line(0).say(answer("1"));
        stage.line(0).end(1006);
        assertThat(replies).containsExactly("1 answered", "2 lost");
        stage.pass(Duration.ofMinutes(2));
        assertThat(replies).hasSize(2);
        assertThat(stage.last().isOver()).as("it is held open").isFalse();
    }

    @Test
    void d21_theLineTakesNoMore_isNotSent_andNotLost() {
        prepared();
        stage.line(0).full = true;
        assertThat(operate("1")).isFalse();
        stage.pass(Duration.ofSeconds(1));
        assertThat(replies).isEmpty();
    }

    @Test
    void d21_aMoveToAnotherConnection_losesWhatTheOldOneHasNotAnswered() {
        prepared();
        operate("1");
        stage.line(0).say(Says.notice());
        stage.pass(Duration.ofSeconds(3));
        assertThat(stage.line(0).closed).isTrue();
        assertThat(replies).containsExactly("1 lost");
        assertThat(operate("2")).isTrue();
        assertThat(stage.line(1).requests("order")).hasSize(1);
    }

    @Test
    void d21_theOldConnectionDiesDuringAMove_losesToo() {
        prepared();
        operate("1");
        stage.line(0).say(Says.notice());
        stage.settle();
        stage.line(0).end(1006);
        assertThat(replies).containsExactly("1 lost");
    }

    @Test
    void d21_theClientIsClosed_losesToo() {
        prepared();
        operate("1");
        stage.switchboard.close();
        assertThat(replies).containsExactly("1 lost");
        assertThat(operate("2")).isFalse();
        assertThat(replies).hasSize(1);
    }
}
