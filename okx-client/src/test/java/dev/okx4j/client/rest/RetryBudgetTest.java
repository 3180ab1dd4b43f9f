package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class RetryBudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private static int resends(RetryBudget budget, long now) {
        int resends = 0;
        while (budget.resend(now)) {
            resends++;
        }
        return resends;
    }

    @Test
    void aQuietClient_hasTwo() {
        assertThat(resends(new RetryBudget(5), 5)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 29, 30, 99, 100, 101, 1000})
    void resends_areATenthOfTheRequests(int requests) {
        RetryBudget budget = new RetryBudget(0);
        for (int i = 0; i < requests; i++) {
            budget.request(i);
        }
        assertThat(resends(budget, requests)).isEqualTo(Math.max(2, requests / 10));
        assertThat(budget.resend(requests)).isFalse();
    }

    @Test
    void requests_countForAMinute() {
        RetryBudget budget = new RetryBudget(-7 * SECOND);
        for (int i = 0; i < 50; i++) {
            budget.request(-7 * SECOND);
        }
        assertThat(resends(budget, 52 * SECOND)).isEqualTo(5);
        assertThat(resends(budget, 53 * SECOND)).isZero();
        assertThat(resends(budget, 52 * SECOND + 59 * SECOND)).isZero();
        assertThat(resends(budget, 52 * SECOND + 60 * SECOND)).isEqualTo(2);
    }

    @Test
    void anHourLater_nothingIsLeftOfEither() {
        RetryBudget budget = new RetryBudget(0);
        for (int i = 0; i < 1000; i++) {
            budget.request(i * SECOND / 100);
        }
        assertThat(resends(budget, 10 * SECOND)).isEqualTo(100);
        assertThat(resends(budget, 3600 * SECOND)).isEqualTo(2);
    }

    @Test
    void budget_isThatOfTheLastMinute_whateverTheArrivals() {
        long seed = 11;
        Random random = new Random(seed);
        RetryBudget budget = new RetryBudget(0);
        Deque<Long> requests = new ArrayDeque<>();
        Deque<Long> resends = new ArrayDeque<>();
        long second = 0;
        for (int i = 0; i < 20_000; i++) {
            second += random.nextInt(200) == 0 ? random.nextInt(90) : random.nextInt(2);
            long oldest = second - 59;
            requests.removeIf(at -> at < oldest);
            resends.removeIf(at -> at < oldest);
            if (random.nextInt(3) > 0) {
                budget.request(second * SECOND + random.nextInt(1_000_000_000));
                requests.add(second);
            } else {
                boolean expected = resends.size() < Math.max(2, requests.size() / 10);
                assertThat(budget.resend(second * SECOND + random.nextInt(1_000_000_000)))
                        .as("seed %d, step %d", seed, i)
                        .isEqualTo(expected);
                if (expected) {
                    resends.add(second);
                }
            }
        }
    }
}
