package dev.okx4j.tools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of the launch contract, a row a test, and what lies between its rows. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class VenuePlanTest {
    private static final String KEY = "api_key = \"k\"\nsecret_key = \"s\"\npassphrase = \"p\"\n";

    @TempDir
    Path home;

    private final Map<String, String> env = new HashMap<>();

    @BeforeEach
    void home() {
        env.put("OKX_HOME", home.toString());
    }

    private void keysInEnvironment() {
        env.putAll(Map.of("OKX_API_KEY", "ek", "OKX_SECRET_KEY", "es", "OKX_PASSPHRASE", "ep"));
    }

    private void file(String toml) throws IOException {
        Path file = Files.writeString(home.resolve("config.toml"), toml);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private VenuePlan plan(String... args) {
        return VenuePlan.of(Launch.parse(args), env);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusal(String... args) {
        return assertThatThrownBy(() -> plan(args)).isInstanceOf(LaunchException.class);
    }

    @Test
    void nothing_noKeys_isPaperAndWrites() {
        assertThat(plan().name()).isEqualTo("paper");
        assertThat(plan().refusal()).isNull();
        assertThat(plan().feed()).isEqualTo("replay");
        assertThat(plan("--feed", "replay:x").feed()).isEqualTo("replay:x");
    }

    @Test
    void nothing_keysInEnvironment_isLiveAndEachRefusalSaysHow() {
        keysInEnvironment();
        assertThat(plan().name()).isEqualTo("live");
        assertThat(plan().refusal()).contains("--live", "--paper", "--demo").contains("guard");
        assertThat(plan().keys()).isNotNull();
    }

    @Test
    void nothing_keysInDefaultProfile_isLiveWithoutWrites() throws IOException {
        file("[profiles.default]\n" + KEY + "demo = false\n");
        assertThat(plan().name()).isEqualTo("live");
        assertThat(plan().refusal()).contains("start with --live");
    }

    @Test
    void nothing_profileSaysDemo_isDemoAndWrites() throws IOException {
        file("[profiles.default]\n" + KEY + "demo = true\n");
        assertThat(plan().name()).isEqualTo("demo");
        assertThat(plan().refusal()).isNull();
    }

    @Test
    void nothing_okxDemoIsSet_isDemoAndWrites() {
        keysInEnvironment();
        env.put("OKX_DEMO", "1");
        assertThat(plan().name()).isEqualTo("demo");
        assertThat(plan().refusal()).isNull();
    }

    @Test
    void paper_anyKeys_isPaperAndWritesAndTakesNoKey() throws IOException {
        keysInEnvironment();
        file("[profiles.default]\n" + KEY);
        assertThat(plan("--paper").name()).isEqualTo("paper");
        assertThat(plan("--paper").refusal()).isNull();
        assertThat(plan("--paper").keys()).isNull();
    }

    @Test
    void paper_brokenFile_isNotEvenRead() throws IOException {
        file("this is not toml");
        assertThat(plan("--paper").name()).isEqualTo("paper");
        refusal("--demo").hasMessageContaining("not valid TOML");
    }

    @Test
    void demo_demoKey_isDemoAndWrites() throws IOException {
        file("[profiles.default]\n" + KEY + "demo = true\n");
        assertThat(plan("--demo").name()).isEqualTo("demo");
        assertThat(plan("--demo").refusal()).isNull();
    }

    @Test
    void demo_noKey_isAnErrorThatSaysWhatIsMissing() {
        refusal("--demo").hasMessageContaining("--demo needs the API key").hasMessageContaining("OKX_API_KEY");
    }

    @Test
    void demo_keyThatIsMarkedLive_isAnError() throws IOException {
        file("[profiles.default]\n" + KEY + "demo = false\n");
        refusal("--demo").hasMessageContaining("says demo = false");
    }

    @Test
    void live_keys_staysReadOnlyUntilTheGuardIsBuilt() {
        keysInEnvironment();
        assertThat(plan("--live").name()).isEqualTo("live");
        assertThat(plan("--live").refusal()).contains("guard", "--paper");
    }

    @Test
    void live_keysAndLoopbackAddress_writes() {
        keysInEnvironment();
        for (String url :
                new String[] {"http://127.0.0.1:8080", "http://localhost:1/", "http://[::1]:5", "https://127.0.0.1"}) {
            env.put("OKX_API_BASE_URL", url);
            assertThat(plan("--live").refusal()).as(url).isNull();
        }
        env.put("OKX_API_BASE_URL", "https://example.com");
        assertThat(plan("--live").refusal()).isNotNull();
    }

    @Test
    void live_noKey_isPublicDataWithoutWrites() {
        assertThat(plan("--live").name()).isEqualTo("live");
        assertThat(plan("--live").keys()).isNull();
        assertThat(plan("--live").refusal()).contains("there is no API key", "OKX_API_KEY");
    }

    @Test
    void live_keyThatIsMarkedDemo_isAnError() throws IOException {
        file("[profiles.default]\n" + KEY + "demo = true\n");
        refusal("--live").hasMessageContaining("says demo = true");
        file("");
        keysInEnvironment();
        env.put("OKX_DEMO", "true");
        refusal("--live").hasMessageContaining("OKX_DEMO is set");
    }

    @Test
    void profile_demoFalseIsWritten_isAsLive() throws IOException {
        file("[profiles.main]\n" + KEY + "demo = false\nbase_url = \"http://127.0.0.1:9\"\n");
        assertThat(plan("--profile", "main").name()).isEqualTo("live");
        assertThat(plan("--profile", "main").refusal()).isNull();
        file("[profiles.main]\n" + KEY + "demo = false\n");
        assertThat(plan("--profile", "main").refusal()).contains("guard");
    }

    @Test
    void profile_withoutDemoLine_isLiveWithoutWrites() throws IOException {
        file("[profiles.main]\n" + KEY + "base_url = \"http://127.0.0.1:9\"\n");
        assertThat(plan("--profile", "main").name()).isEqualTo("live");
        assertThat(plan("--profile", "main").refusal()).contains("demo = false in that profile");
        assertThat(plan("--profile", "main", "--live").refusal()).isNull();
    }

    @Test
    void profile_unknown_isAnErrorEvenOnPaper() throws IOException {
        file("[profiles.demo]\n" + KEY);
        refusal("--profile", "dmeo").hasMessageContaining("Did you mean demo?");
        refusal("--profile", "dmeo", "--paper").hasMessageContaining("There is no profile dmeo");
    }

    @Test
    void profile_withoutKey_isAnError() throws IOException {
        file("[profiles.main]\nsite = \"eea\"\n");
        refusal("--profile", "main").hasMessageContaining("has no API key");
    }

    @Test
    void readOnly_withAnyVenue_refusesWrites() {
        assertThat(plan("--read-only").refusal()).contains("--read-only");
        keysInEnvironment();
        for (String venue : new String[] {"--paper", "--demo", "--live"}) {
            assertThat(plan(venue, "--read-only").name()).isEqualTo(venue.substring(2));
            assertThat(plan(venue, "--read-only").refusal()).contains("without --read-only");
        }
    }

    @Test
    void file_thatOthersCanRead_warnsAndRefusesLiveWritesOnly() throws IOException {
        file("[profiles.main]\n" + KEY + "base_url = \"http://127.0.0.1:9\"\n[profiles.test]\n" + KEY
                + "demo = true\n");
        Files.setPosixFilePermissions(home.resolve("config.toml"), PosixFilePermissions.fromString("rw-r--r--"));
        String repair = "chmod 600 " + home.resolve("config.toml");
        assertThat(plan("--profile", "main", "--live").warnings())
                .singleElement()
                .asString()
                .contains(repair);
        assertThat(plan("--profile", "main", "--live").refusal()).contains(repair);
        assertThat(plan("--profile", "test").warnings())
                .singleElement()
                .asString()
                .contains(repair);
        assertThat(plan("--profile", "test").refusal()).isNull();
    }

    @Test
    void keys_areTakenFromOnePlaceAsAWhole() throws IOException {
        file("[profiles.default]\n" + KEY + "[profiles.main]\n" + KEY);
        keysInEnvironment();
        assertThat(plan().keys()).isEqualTo(new ApiKeys("ek", "es", "ep", false));
        assertThat(plan("--profile", "main").keys()).isEqualTo(new ApiKeys("k", "s", "p", true));
        env.remove("OKX_PASSPHRASE");
        refusal().hasMessageContaining("in the environment is not complete: OKX_PASSPHRASE is missing");
    }

    @Test
    void keys_thatAreNotComplete_areAnError() throws IOException {
        file("[profiles.main]\napi_key = \"k\"\n");
        refusal("--profile", "main").hasMessageContaining("profile main is not complete: secret_key and passphrase");
    }

    @Test
    void site_comesFromFlagThenEnvironmentThenProfile() throws IOException {
        file("[profiles.default]\n" + KEY + "site = \"us\"\n");
        assertThat(plan().site()).isEqualTo("us");
        env.put("OKX_SITE", " eea ");
        assertThat(plan().site()).isEqualTo("eea");
        assertThat(plan("--site", "global").site()).isEqualTo("global");
        env.put("OKX_SITE", "moon");
        refusal().hasMessageContaining("global, eea or us, not moon");
    }

    @Test
    void baseUrl_thatIsNeitherHttpsNorLoopback_isAnError() {
        keysInEnvironment();
        for (String url : new String[] {
            "http://example.com",
            "http://127.0.0.1.example.com",
            "ftp://127.0.0.1",
            "https://u:p@host",
            "example.com",
            "https://host/path",
            "https://",
            "http://10.0.0.1",
            "not a url"
        }) {
            env.put("OKX_API_BASE_URL", url);
            refusal().hasMessageContaining("must be https://HOST");
        }
        env.put("OKX_API_BASE_URL", "https://host:8443//");
        assertThat(plan().baseUrl()).isEqualTo("https://host:8443");
    }

    @Test
    void timeout_outOfBounds_isAnError() {
        keysInEnvironment();
        assertThat(plan().timeoutMs()).isEqualTo(15_000);
        env.put("OKX_TIMEOUT_MS", "2500");
        assertThat(plan().timeoutMs()).isEqualTo(2500);
        for (String text : new String[] {"0", "-1", "abc", "60001", "1e3"}) {
            env.put("OKX_TIMEOUT_MS", text);
            refusal().hasMessageContaining("from 1 to 60000");
        }
    }

    @Test
    void proxy_isRefusedRatherThanGoneAround() throws IOException {
        file("[profiles.default]\n" + KEY + "proxy_url = \"http://proxy:1\"\n");
        refusal().hasMessageContaining("proxy_url is not built yet");
        assertThat(plan("--paper").name()).isEqualTo("paper");
    }
}
