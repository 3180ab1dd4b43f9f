package dev.okx4j.tools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class LaunchTest {
    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(String... args) {
        return assertThatThrownBy(() -> Launch.parse(args))
                .isInstanceOfSatisfying(
                        LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    }

    @Test
    void parse_nothing_isTheDefault() {
        Launch launch = Launch.parse();
        assertThat(launch.modules()).containsExactlyInAnyOrder("market", "spot", "swap", "account");
        assertThat(launch.venue()).isNull();
        assertThat(launch.profile()).isNull();
        assertThat(launch.site()).isNull();
        assertThat(launch.readOnly()).isFalse();
        assertThat(launch.feed()).isEqualTo("auto");
        assertThat(launch.noLog()).isFalse();
        assertThat(launch.logLevel()).isEqualTo("warn");
        assertThat(launch.help() || launch.version()).isFalse();
        assertThat(launch.warnings()).isEmpty();
    }

    @Test
    void parse_everyFlag_isUnderstood() {
        Launch launch = Launch.parse(
                "--modules",
                "market,swap",
                "--profile=main",
                "--site",
                "eea",
                "--demo",
                "--read-only",
                "--feed",
                "replay:august",
                "--no-log",
                "--log-level",
                "debug");
        assertThat(launch.modules()).containsExactlyInAnyOrder("market", "swap");
        assertThat(launch.profile()).isEqualTo("main");
        assertThat(launch.site()).isEqualTo("eea");
        assertThat(launch.venue()).isEqualTo(VenueChoice.DEMO);
        assertThat(launch.readOnly()).isTrue();
        assertThat(launch.feed()).isEqualTo("replay:august");
        assertThat(launch.noLog()).isTrue();
        assertThat(launch.logLevel()).isEqualTo("debug");
    }

    @Test
    void parse_helpOrVersion_needsNothingElse() {
        assertThat(Launch.parse("--help").help()).isTrue();
        assertThat(Launch.parse("--version").version()).isTrue();
        assertThat(Launch.parse("--version").help()).isFalse();
        assertThat(Launch.HELP).contains("--modules", "--profile", "--read-only", "OKX_HOME");
    }

    @Test
    void parse_misspeltFlag_isRefusedWithTheNearest() {
        refusal("--read-onyl").hasMessageContaining("There is no flag --read-onyl. Did you mean --read-only?");
        refusal("--profil=x").hasMessageContaining("Did you mean --profile?");
        refusal("market").hasMessageContaining("There is no flag market.");
    }

    @Test
    void parse_whatIsNotBuilt_isRefusedWithASentence() {
        refusal("--http", "8080").hasMessageContaining("--http is not built yet");
        refusal("setup", "--client", "cursor").hasMessageContaining("setup is not built yet");
    }

    @Test
    void parse_aLiveFeed_isTakenWithItsInstruments() {
        assertThat(Launch.parse("--feed", "live").feed()).isEqualTo("live");
        assertThat(Launch.parse("--feed", "live:BTC-USDT,BTC-USDT-SWAP").feed())
                .isEqualTo("live:BTC-USDT,BTC-USDT-SWAP");
    }

    @Test
    void parse_twoVenues_areRefused() {
        refusal("--paper", "--live").hasMessage("Only one of --paper, --demo and --live can be given.");
        refusal("--demo", "--live").hasMessage("Only one of --paper, --demo and --live can be given.");
    }

    @Test
    void parse_valuesThatAreNone_areRefused() {
        refusal("--site", "mars").hasMessageContaining("--site must be one of global, eea, us");
        refusal("--log-level", "warning").hasMessageContaining("Did you mean warn?");
        refusal("--feed", "replay:../../etc")
                .hasMessageContaining("--feed must be auto, replay, replay:SCENARIO, live or");
        refusal("--feed", "live:btc usdt").hasMessageContaining("--feed must be auto");
        refusal("--profile").hasMessage("--profile needs a value.");
        refusal("--profile", "--demo").hasMessage("--profile needs a value.");
        refusal("--read-only=yes").hasMessage("--read-only takes no value.");
        refusal("--demo", "--demo").hasMessage("--demo is given twice.");
    }

    @Test
    void parse_moduleThatIsKnownButNotBuilt_warns() {
        Launch launch = Launch.parse("--modules", "market,bot.grid,earn.dcd");
        assertThat(launch.modules()).containsExactly("market");
        assertThat(launch.warnings())
                .containsExactly(
                        "The module bot.grid is not built yet and is left out.",
                        "The module earn.dcd is not built yet and is left out.");
    }
}
