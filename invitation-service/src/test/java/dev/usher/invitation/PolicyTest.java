package dev.usher.invitation;

import static dev.usher.invitation.Cast.MARIA;
import static dev.usher.invitation.Cast.NOW;
import static dev.usher.invitation.Cast.approved;
import static dev.usher.invitation.Cast.by;
import static dev.usher.invitation.Cast.contact;
import static dev.usher.invitation.Cast.dataFlow;
import static dev.usher.invitation.Cast.drafted;
import static dev.usher.invitation.Cast.next;
import static dev.usher.invitation.Cast.summit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.invitation.Policy.People;
import dev.usher.invitation.Policy.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {

    static final Rules RULES = new Rules(
            50, 0.5, 5, Duration.ofDays(7), Duration.ofSeconds(5), Duration.ofMillis(25), Duration.ofMinutes(1));
    static final People NOBODY_SERVED = new People(Map.of(), Map.of());
    static final Reason ANA = new Reason.CsmRequest("csm-ana", null);
    static final Reason NEWS = new Reason.EventAnnounced(1);
    static final Occasion WANTED = new Occasion("summit", "dataflow", null, MailKind.INVITATION, 1);

    static Situation situation(Reason reason) {
        return new Situation(summit(), dataFlow(MARIA), WANTED, reason, 0.9, List.of(), 0);
    }

    static Situation with(Situation s, Customer customer) {
        return new Situation(s.event(), customer, s.wanted(), s.reason(), s.score(), s.earlier(), s.announced());
    }

    static Situation after(Situation s, Invitation earlier) {
        return new Situation(
                s.event(), s.customer(), s.wanted(), s.reason(), s.score(), List.of(earlier), s.announced());
    }

    static Situation scored(Situation s, double score) {
        return new Situation(s.event(), s.customer(), s.wanted(), s.reason(), score, s.earlier(), s.announced());
    }

    static Admission admit(Situation s) {
        return admit(s, NOBODY_SERVED);
    }

    static Admission admit(Situation s, People people) {
        Policy policy = new Policy(RULES);
        return policy.beforehand(s, NOW).orElseGet(() -> policy.admit(s, people));
    }

    static People sent(int mails) {
        return new People(Map.of(), Map.of(MARIA.email(), mails));
    }

    static String refusal(Situation s) {
        return refusal(s, NOBODY_SERVED);
    }

    static String refusal(Situation s, People people) {
        return admit(s, people) instanceof Admission.Refused no ? no.why() : "admitted";
    }

    @Test
    void theChampionIsChosenAndThenWhoeverCanBeReached() {
        Customer three = dataFlow(contact("uma", "USER", false), contact("dan", "DECISION_MAKER", false), MARIA);
        assertThat(((Admission.Welcome) admit(with(situation(ANA), three))).contact())
                .isEqualTo(MARIA);
        Customer gone = dataFlow(contact("uma", "USER", false), contact("max", "CHAMPION", true));
        assertThat(((Admission.Welcome) admit(with(situation(ANA), gone)))
                        .contact()
                        .id())
                .isEqualTo("uma");
    }

    @Test
    void onlyOptOutSuppressionPastOrCancelledEventAndMissingContactRefuseACsm() {
        assertThat(refusal(with(situation(ANA), dataFlow(contact("max", "CHAMPION", true)))))
                .contains("opted out");
        assertThat(refusal(with(situation(ANA), dataFlow()))).contains("no contact");
        Situation s = situation(ANA);
        People suppressed = new People(Map.of(MARIA.email(), "unsubscribed from event mail"), Map.of());
        assertThat(refusal(s, suppressed)).isEqualTo("Maria Santos unsubscribed from event mail");
        assertThat(new Policy(RULES).beforehand(s, Cast.at(3, 9)))
                .contains(new Admission.Refused(null, "the event is over"));
        assertThat(refusal(scored(s, 0.01), sent(100))).isEqualTo("admitted");
    }

    @Test
    void aWishedContactThatDoesNotExistIsRefused() {
        Situation s = situation(ANA);
        Situation wished = new Situation(
                s.event(),
                s.customer(),
                new Occasion("summit", "dataflow", "zoe", MailKind.INVITATION, 1),
                ANA,
                0,
                List.of(),
                0);
        assertThat(refusal(wished)).contains("zoe");
    }

    @Test
    void capsHoldBackTheAutomaticAndWarnThePerson() {
        assertThat(refusal(situation(NEWS), sent(5))).isEqualTo("Maria Santos got 5 mails in the last 7 days");
        assertThat(admit(situation(NEWS), sent(4))).isInstanceOf(Admission.Welcome.class);
        assertThat(admit(situation(ANA), sent(5))).isInstanceOf(Admission.Welcome.class);
    }

    @Test
    void anAnnouncementTakesTheBestFiftyOfACsmWithAScoreThatIsWorthIt() {
        assertThat(admit(situation(new Reason.EventAnnounced(50)))).isInstanceOf(Admission.Welcome.class);
        assertThat(admit(situation(new Reason.EventAnnounced(51)))).isInstanceOf(Admission.PassedOver.class);
        assertThat(admit(scored(situation(NEWS), 0.49))).isInstanceOf(Admission.PassedOver.class);
        assertThat(admit(scored(situation(new Reason.CustomerInterest(null)), 0.49)))
                .isInstanceOf(Admission.PassedOver.class);
        assertThat(admit(scored(situation(new Reason.FollowUp("delivery", null)), 0)))
                .isInstanceOf(Admission.Welcome.class);
    }

    @Test
    void theFiftyAreCountedOverAllVersionsOfTheAnnouncement() {
        Situation s = situation(NEWS);
        Situation full = new Situation(s.event(), s.customer(), WANTED, NEWS, 0.9, List.of(), 50);
        assertThat(admit(full)).isInstanceOf(Admission.PassedOver.class);
        Situation asked = new Situation(s.event(), s.customer(), WANTED, ANA, 0.9, List.of(), 50);
        assertThat(admit(asked)).isInstanceOf(Admission.Welcome.class);
    }

    @Test
    void aFollowUpToASecondContactIsAnOccasionOfItsOwn() {
        Invitation marias = followUp("maria");
        Situation s = situation(new Reason.FollowUp("delivery", null));
        Situation dans = new Situation(
                s.event(),
                dataFlow(MARIA, contact("dan", "USER", false)),
                new Occasion("summit", "dataflow", "dan", MailKind.FOLLOW_UP, 1),
                s.reason(),
                0,
                List.of(marias),
                0);
        assertThat(admit(dans))
                .isInstanceOfSatisfying(
                        Admission.Welcome.class,
                        in -> assertThat(in.contact().id()).isEqualTo("dan"));
    }

    static Invitation followUp(String contact) {
        return Invitation.requested(
                "f-" + contact,
                new Occasion("summit", "dataflow", contact, MailKind.FOLLOW_UP, 1),
                dataFlow(MARIA),
                MARIA,
                new Reason.FollowUp("delivery", null),
                NOW);
    }

    @Test
    void aNoStandsAgainstTriggersAndNotAgainstPeople() {
        Invitation rejected = next(drafted("one").reject(by("ana")));
        assertThat(admit(after(situation(NEWS), rejected))).isInstanceOf(Admission.Present.class);
        assertThat(admit(after(situation(ANA), rejected))).isInstanceOf(Admission.Welcome.class);
    }

    @Test
    void whatWasApprovedComesBackAsItIs() {
        assertThat(admit(after(situation(ANA), approved("one")))).isInstanceOf(Admission.Present.class);
        assertThat(admit(after(situation(ANA), drafted("one")))).isInstanceOf(Admission.Present.class);
    }

    @Test
    void whoAnsweredGetsNoFollowUp() {
        Invitation registered = next(approved("one").reported(Status.REGISTERED, 0, by("guest")));
        Situation s = situation(new Reason.FollowUp("delivery", null));
        Situation followUp = new Situation(
                s.event(),
                s.customer(),
                new Occasion("summit", "dataflow", "maria", MailKind.FOLLOW_UP, 1),
                s.reason(),
                0,
                List.of(registered),
                0);
        assertThat(admit(followUp)).isInstanceOf(Admission.PassedOver.class);
    }
}
