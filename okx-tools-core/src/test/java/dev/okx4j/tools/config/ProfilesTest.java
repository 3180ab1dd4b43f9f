package dev.okx4j.tools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ProfilesTest {
    @TempDir
    Path home;

    private Profiles profiles(String toml) throws IOException {
        Path file = Files.writeString(home.resolve("config.toml"), toml);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Profiles.read(home);
    }

    @Test
    void read_noFile_hasNoProfileAndTheDefaultIsNone() {
        Profiles profiles = Profiles.read(home);
        assertThat(profiles.byName()).isEmpty();
        assertThat(profiles.choose(null)).isEqualTo(Profile.NONE);
        assertThat(profiles.exposed()).isFalse();
    }

    @Test
    void read_fileInTheKitsFormat_hasEveryField() throws IOException {
        Profiles profiles = profiles("""
                # written by the kit
                default_profile = "main"

                [profiles.main]
                api_key = "k"
                secret_key = 's\\#"x'
                passphrase = '''p'"#'''
                demo = true
                site = "eea"
                base_url = "https://eea.okx.com"
                timeout_ms = 5000
                proxy_url = "http://proxy:1"

                [profiles."other one"]
                api_key = "k2"
                """);
        assertThat(profiles.choose(null))
                .isEqualTo(new Profile(
                        "main", "k", "s\\#\"x", "p'\"#", true, "eea", "https://eea.okx.com", 5000L, "http://proxy:1"));
        assertThat(profiles.choose("other one").apiKey()).isEqualTo("k2");
        assertThat(profiles.choose("other one").demo()).isNull();
    }

    @Test
    void choose_misspeltName_isRefusedWithTheNearest() throws IOException {
        Profiles profiles = profiles("[profiles.demo]\napi_key = \"k\"\n[profiles.main]\n");
        assertThatThrownBy(() -> profiles.choose("dmeo"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("There is no profile dmeo")
                .hasMessageContaining("Did you mean demo?")
                .hasMessageContaining("It has demo, main.");
    }

    @Test
    void choose_defaultProfileThatIsMissing_isRefused() throws IOException {
        Profiles profiles = profiles("default_profile = \"gone\"\n[profiles.main]\n");
        assertThatThrownBy(() -> profiles.choose(null)).hasMessageContaining("There is no profile gone");
    }

    @Test
    void choose_nothingNamed_isTheProfileCalledDefault() throws IOException {
        assertThat(profiles("[profiles.default]\napi_key = \"k\"\n")
                        .choose(null)
                        .apiKey())
                .isEqualTo("k");
        assertThat(profiles("[profiles.main]\napi_key = \"k\"\n").choose(null)).isEqualTo(Profile.NONE);
    }

    @Test
    void read_textThatIsNotToml_saysWhereAndNeverWhat() {
        assertThatThrownBy(() -> profiles("[profiles.main]\npassphrase = hunter2#secret\n"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("is not valid TOML at line 2")
                .hasMessageContaining("single quotes")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void read_valueOfTheWrongType_isRefused() {
        assertThatThrownBy(() -> profiles("[profiles.main]\ndemo = \"true\"\n"))
                .hasMessageContaining("demo of profile main")
                .hasMessageContaining("true or false");
        assertThatThrownBy(() -> profiles("[profiles.main]\ntimeout_ms = \"5\"\n"))
                .hasMessageContaining("timeout_ms");
        assertThatThrownBy(() -> profiles("[profiles.main]\napi_key = 5\n")).hasMessageContaining("a text in quotes");
    }

    @Test
    void read_fileThatOthersCanRead_isExposed() throws IOException {
        Profiles profiles = profiles("[profiles.main]\n");
        assertThat(profiles.exposed()).isFalse();
        Files.setPosixFilePermissions(profiles.file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(Profiles.read(home).exposed()).isTrue();
        assertThat(Profiles.read(home).repair()).isEqualTo("chmod 600 " + profiles.file());
    }

    @Test
    void toString_showsNoSecret() throws IOException {
        Profiles profiles = profiles("[profiles.main]\napi_key=\"KEY1\"\nsecret_key=\"SEC1\"\npassphrase=\"PAS1\"\n");
        ApiKeys keys = ApiKeys.find(java.util.Map.of(), profiles.choose("main"), true);
        assertThat(profiles.toString() + keys).doesNotContain("KEY1", "SEC1", "PAS1");
    }
}
