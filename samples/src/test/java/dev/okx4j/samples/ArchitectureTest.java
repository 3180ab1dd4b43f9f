package dev.okx4j.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every module to {@link Architecture}, and every rule of it to fixtures that break it. */
class ArchitectureTest {

    private static final String BAD = "dev.okx4j.samples.bad";

    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.okx4j");

    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BAD);

    @ParameterizedTest
    @MethodSource("rulesOfTheProject")
    void project_keeps(ArchRule rule) {
        rule.check(PROJECT);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheFixtures")
    void fixture_breaks(ArchRule rule) {
        assertThat(rule.evaluate(FIXTURES).hasViolation())
                .as("a fixture under %s breaks: %s", BAD, rule.getDescription())
                .isTrue();
    }

    /** The rules above would all pass over nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"client", "paper", "testing", "tools", "mcp", "langchain4j", "samples"})
    void module_isAmongTheClassesLookedAt(String module) {
        assertThat(PROJECT.stream().filter(type -> type.getPackageName().startsWith("dev.okx4j." + module)))
                .isNotEmpty();
    }

    @Test
    void tests_areNotAmongTheClassesLookedAt() {
        assertThat(PROJECT.contain(ArchitectureTest.class)).isFalse();
    }

    static Stream<Named<ArchRule>> rulesOfTheProject() {
        return rules("dev.okx4j");
    }

    static Stream<Named<ArchRule>> rulesOfTheFixtures() {
        return rules(BAD);
    }

    private static Stream<Named<ArchRule>> rules(String root) {
        return new Architecture(root).rules().map(rule -> named(rule.getDescription(), rule));
    }
}
