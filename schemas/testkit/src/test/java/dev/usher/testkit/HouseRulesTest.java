package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String HOUSES = "dev.usher.testkit.houses.";

    @Test
    void aHouseInOrderPasses() {
        assertThatCode(() -> check("sound")).doesNotThrowAnyException();
    }

    @Test
    void aTopThatKnowsTechnologyIsCaught() {
        assertThatThrownBy(() -> check("leaky"))
                .hasMessageContaining("decisions at the top know no technology")
                .hasMessageContaining("org.apache.kafka.clients.consumer.ConsumerRecord")
                .hasMessageContaining("dev.usher.contracts.avro.Event");
    }

    @Test
    void aTopThatKnowsItsRimIsCaught() {
        assertThatThrownBy(() -> check("leaky")).hasMessageContaining("the top does not know its rim");
    }

    @Test
    void rimsThatKnowEachOtherAreCaught() {
        assertThatThrownBy(() -> check("leaky")).hasMessageContaining("packages of the rim meet at the top only");
    }

    @Test
    void timeFromNowhereIsCaught() {
        assertThatThrownBy(() -> check("leaky")).hasMessageContaining("time comes from an injected Clock");
    }

    @Test
    void cyclesAreCaught() {
        assertThatThrownBy(() -> check("crooked")).hasMessageContaining("Cycle detected");
    }

    @Test
    void namesOfLayersAndDrawersAreCaught() {
        assertThatThrownBy(() -> check("crooked"))
                .hasMessageContaining("named for the thing, not the layer")
                .hasMessageContaining("no package is a drawer");
    }

    @Test
    void packagesWithoutNullnessAreCaught() {
        assertThatThrownBy(() -> check("crooked"))
                .hasMessageContaining("crooked.common has no package-info.java with @NullMarked");
    }

    @Test
    void aFeatureWithoutClassesIsAMistakeOfTheTest() {
        assertThatThrownBy(() -> HouseRules.check("dev.usher.nowhere")).hasMessageContaining("no classes");
    }

    private static void check(String house) {
        HouseRules.check(HOUSES + house, new ClassFileImporter().importPackages(HOUSES + house));
    }
}
