package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.rest.Limiter.Claim;
import dev.okx4j.client.rest.Limiter.Key;
import dev.okx4j.client.rest.RateLimit.Scope;
import dev.okx4j.client.rest.RateLimit.Unit;
import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class HoldersTest {
    private static final Key KEY = new Key("site", "key", "GET /x", "");
    private static final long TWO_SECONDS = Duration.ofSeconds(2).toNanos();

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    /** The locks that were taken, in order; processes of this test end by closing theirs. */
    private final List<Closeable> locks = new ArrayList<>();

    private Holders join() throws IOException {
        return Holders.join(disk(""), folder);
    }

    /** Returns the machine's disk, but for one file that cannot be locked. */
    private Disk disk(String broken) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, args) -> {
                    if (!broken.isEmpty() && args[0].toString().endsWith(broken)) {
                        if (method.getName().equals("exists")) {
                            return true;
                        }
                        throw new IOException("broken");
                    }
                    Object result = method.invoke(Disk.system(), args);
                    if (result instanceof Closeable lock) {
                        locks.add(lock);
                    }
                    return result;
                });
    }

    @AfterEach
    void end() throws IOException {
        for (Closeable lock : locks) {
            lock.close();
        }
    }

    @Test
    void holders_areCountedEveryTwoSeconds() throws IOException {
        Holders first = join();
        assertThat(first.count(1)).isEqualTo(1);
        Holders second = join();
        Holders third = join();
        assertThat(second.count(1)).isEqualTo(3);
        assertThat(first.count(TWO_SECONDS)).isEqualTo(1);
        assertThat(first.count(1 + TWO_SECONDS)).isEqualTo(3);
        locks.get(1).close();
        assertThat(first.count(TWO_SECONDS * 2)).isEqualTo(3);
        assertThat(first.count(1 + TWO_SECONDS * 2)).isEqualTo(2);
        assertThat(third.count(1)).isEqualTo(2);
        // The place that was given back is the next one to be taken.
        Holders fourth = join();
        assertThat(fourth.count(1)).isEqualTo(3);
        assertThat(Disk.system().list(folder)).hasSize(3);
    }

    @Test
    void aFolder_takes64() throws IOException {
        for (int i = 0; i < 63; i++) {
            join();
        }
        assertThat(join().count(1)).isEqualTo(64);
        assertThatThrownBy(this::join).isInstanceOf(IOException.class).hasMessageContaining("64");
    }

    @Test
    void lockThatCannotBeLookedAt_countsAsHeld() throws IOException {
        join();
        Holders second = Holders.join(disk("-2.lock"), folder);
        assertThat(second.count(1)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 10, 2100", "10, 3, 3, 2100", "10, 4, 2, 2100", "3, 3, 1, 2100", "3, 4, 1, 2800", "1, 4, 1, 8400"
    })
    void windows_areDividedByTheHolders(int count, int processes, int atOnce, long wait) throws Exception {
        Limiter limiter = new Limiter(join());
        for (int i = 1; i < processes; i++) {
            join();
        }
        RateLimit limit = new RateLimit(count, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS);
        List<Claim> claim = List.of(new Claim(KEY, limit, 1));
        int passed = 0;
        while (limiter.acquire(claim, Priority.READ, time, time, Duration.ZERO) != null) {
            passed++;
        }
        assertThat(passed).isEqualTo(atOnce);
        limiter.acquire(claim, Priority.READ, time, time, Duration.ofMinutes(1));
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(wait));
    }

    @Test
    void sharedThrough_isOneLimiterForAFolder() throws IOException {
        Path other = folder.resolve("b/../b");
        Limiter limiter = Limiter.sharedThrough(folder.resolve("b"));
        assertThat(Limiter.sharedThrough(other)).isSameAs(limiter);
        assertThat(Limiter.sharedThrough(folder.resolve("c"))).isNotSameAs(limiter);
    }
}
