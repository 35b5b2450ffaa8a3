package dev.usher.invitation.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.invitation.chat.Command.Reading;
import dev.usher.invitation.chat.Directory.Named;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    static List<Reading> readings(String line) {
        return Grammar.read(line) instanceof Command.Invite invite ? invite.readings() : List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invite DataFlow to the Customer Success Summit",
                "invite DataFlow to the Customer Success Summit.",
                "Please invite \"DataFlow\" to the Customer Success Summit!",
                "Send event invite to DataFlow for the Customer Success Summit",
                "send an invitation to DataFlow for the Customer Success Summit",
                "Can you send an event invitation to DataFlow to the Customer Success Summit?",
                "Send DataFlow an invitation to the Customer Success Summit",
                "  INVITE   DataFlow\n to the Customer Success Summit "
            })
    void anInvitationIsReadHoweverItIsPut(String line) {
        assertThat(readings(line).getFirst()).isEqualTo(new Reading("DataFlow", "the Customer Success Summit"));
    }

    @Test
    void aListOfCustomersNeedsNoEvent() {
        assertThat(readings("Send event invite to DataFlow, Acme and Nordwind"))
                .containsExactly(new Reading("DataFlow, Acme and Nordwind", null));
    }

    @Test
    void everyToMayBelongToAName() {
        assertThat(readings("Invite Road to Mars to Road to Success"))
                .contains(
                        new Reading("Road to Mars", "Road to Success"), new Reading("Road", "Mars to Road to Success"));
    }

    @Test
    void showIsShow() {
        assertThat(Grammar.read("Show what is ready.")).isInstanceOf(Command.Show.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Send", "send it", "SEND!", "send now", "please send it"})
    void sendIsSend(String line) {
        assertThat(Grammar.read(line)).isInstanceOf(Command.Send.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Send all", "send them", "send them all", "send everything"})
    void sendAllIsSendAll(String line) {
        assertThat(Grammar.read(line)).isInstanceOf(Command.SendAll.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status of DataFlow",
                "What's the status of DataFlow?",
                "how is DataFlow doing",
                "did DataFlow reply?"
            })
    void statusNamesTheCustomer(String line) {
        assertThat(Grammar.read(line)).isEqualTo(new Command.StatusOf("DataFlow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"make it shorter", "Edit", "drop the second session", "change the subject"})
    void wishesForChangesAreHints(String line) {
        assertThat(Grammar.read(line)).isInstanceOf(Command.Edit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"the weather is nice", "delete everything", "DataFlow", "...", "😀", "select * from customers"})
    void whatIsNotUnderstoodIsNotGuessed(String line) {
        assertThat(Grammar.read(line)).isInstanceOf(Command.Unclear.class);
    }

    static Named like(String id, double likeness) {
        return new Named(id, id, likeness, false, true);
    }

    @Test
    void anExactNameAlwaysWinsAndTwoOfThemAreAskedBack() {
        Named exact = new Named("acme", "Acme", 1, true, true);
        assertThat(Choice.of(List.of(exact, like("acme-corp", 0.95)))).isEqualTo(new Choice.Found(exact));
        assertThat(Choice.of(List.of(exact, new Named("acme-2", "Acme", 1, true, true))))
                .isInstanceOf(Choice.Unsure.class);
    }

    @Test
    void theNearestWinsUnlessAnotherIsNearlyAsNear() {
        assertThat(Choice.of(List.of(like("a", 0.8), like("b", 0.5)))).isInstanceOf(Choice.Found.class);
        assertThat(Choice.of(List.of(like("a", 0.8), like("b", 0.75)))).isInstanceOf(Choice.Unsure.class);
        assertThat(Choice.of(List.of(like("a", 0.4)))).isInstanceOf(Choice.Unsure.class);
        assertThat(Choice.of(List.of(like("a", 0.1)))).isInstanceOf(Choice.None.class);
    }

    @Test
    void anUpcomingEventWinsOverAPastOneOfTheSameName() {
        Named past = new Named("old", "Summit", 1, true, false);
        Named coming = new Named("new", "Summit", 1, true, true);
        assertThat(Choice.ofEvents(List.of(past, coming))).isEqualTo(new Choice.Found(coming));
        assertThat(Choice.ofEvents(List.of(past))).isEqualTo(new Choice.Found(past));
    }

    @Test
    void anExactNameOfAPastEventWinsOverASimilarOneToCome() {
        Named past = new Named("old", "Summit 2025", 1, true, false);
        Named coming = new Named("new", "Summit 2027", 0.8, false, true);
        assertThat(Choice.ofEvents(List.of(past, coming))).isEqualTo(new Choice.Found(past));
        assertThat(Choice.ofEvents(List.of(new Named("p", "Summits", 0.8, false, false), coming)))
                .isEqualTo(new Choice.Found(coming));
    }
}
