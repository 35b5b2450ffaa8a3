package dev.usher.invitation.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.invitation.chat.Directory.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenTest {

    static Choice like(String name) {
        return new Choice.Found(new Named("id", name, 0.6, false, true));
    }

    static String taken(String customer, String as, String event, String asEvent) {
        return Taken.words(new Understood(List.of(new Understood.Whom(customer, like(as))), event, like(asEvent)));
    }

    @Test
    void aMisspeltNameIsSaidBack() {
        assertThat(taken("Dataflwo", "DataFlow", "the Customer Sucess Summit", "2027 Customer Success Summit"))
                .isEqualTo("I took Dataflwo to be DataFlow."
                        + " I took Customer Sucess Summit to be 2027 Customer Success Summit.");
    }

    @Test
    void lettersDecideAndAnEventMayBeCalledByPartOfItsName() {
        assertThat(taken("data-flow", "DataFlow", "the Customer Success Summit", "2027 Customer Success Summit"))
                .isEmpty();
        Choice alias = new Choice.Found(new Named("id", "DataFlow", 1, true, true));
        assertThat(Taken.customer("DF", alias)).isEmpty();
    }
}
