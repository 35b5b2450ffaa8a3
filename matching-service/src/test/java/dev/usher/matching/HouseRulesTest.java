package dev.usher.matching;

import dev.usher.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theWallsStand() {
        HouseRules.check("dev.usher.matching");
    }
}
