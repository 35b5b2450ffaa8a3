package dev.usher.invitation;

import dev.usher.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theWallsOfTheHouseStand() {
        HouseRules.check("dev.usher.invitation");
    }
}
