package dev.usher.invitation;

import static dev.usher.invitation.Cast.MARIA;
import static dev.usher.invitation.Cast.NOW;
import static dev.usher.invitation.Cast.approved;
import static dev.usher.invitation.Cast.by;
import static dev.usher.invitation.Cast.dataFlow;
import static dev.usher.invitation.Cast.draft;
import static dev.usher.invitation.Cast.drafted;
import static dev.usher.invitation.Cast.match;
import static dev.usher.invitation.Cast.next;
import static dev.usher.invitation.Cast.requested;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationTest {

    @Test
    void onlyTheBytesSeenCanBeApproved() {
        assertThat(drafted("one").approve("one", by("ana"), null)).isInstanceOf(Outcome.Done.class);
        assertThat(drafted("one").approve("two", by("ana"), null)).isInstanceOf(Outcome.Conflict.class);
        assertThat(requested().approve("one", by("ana"), null)).isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void aSecondApprovalLearnsWhoWasFaster() {
        Outcome second = approved("one").approve("one", by("ben"), null);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class,
                        c -> assertThat(c.happened()).contains("APPROVED", "csm-ana", NOW.toString()));
    }

    @Test
    void whatNobodyCanSendIsNotApproved() {
        Draft draft = draft("one");
        Mail m = draft.mail();
        Mail orphan = new Mail(m.recipient(), null, "", null, 1, m.subject(), m.html(), m.text());
        Draft unsendable = new Draft(orphan, "one", draft.claims(), draft.warnings(), false);
        Invitation i = next(requested().drafted(unsendable, match(), dataFlow(MARIA), MARIA, by("matching")));
        assertThat(i.approve("one", by("ana"), null)).isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void everyEditOfADraftIsARevision() {
        Invitation edited = next(drafted("one").edited(draft("two"), MARIA, by("ana")));
        assertThat(edited.revision()).isEqualTo(2);
        assertThat(approved("one").edited(draft("two"), MARIA, by("ben"))).isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void theSameDraftAgainIsNoNews() {
        assertThat(drafted("one").drafted(draft("one"), match(), dataFlow(MARIA), MARIA, by("matching")))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void withdrawalIsAtOnceBeforeApprovalAndTooLateOnceAccepted() {
        assertThat(next(drafted("one").withdraw(by("ana"))).status()).isEqualTo(Status.WITHDRAWN);
        Invitation accepted = next(approved("one").reported(Status.ACCEPTED, 1, by("delivery")));
        assertThat(accepted.withdraw(by("ana")))
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class, c -> assertThat(c.happened()).startsWith("too late"));
    }

    static Invitation underWay(Status status) {
        return status == Status.APPROVED
                ? approved("one")
                : next(approved("one").reported(status, 1, by("delivery")));
    }

    static Change delivery(String why) {
        return new Change("delivery", NOW, why);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"APPROVED", "SENDING", "UNKNOWN", "NEEDS_HUMAN"})
    void whatDeliveryHasInHandIsAskedForAndItsAnswerDecides(Status status) {
        Outcome asked = underWay(status).withdraw(by("ana"));
        assertThat(asked).isInstanceOf(Outcome.Asked.class);
        assertThat(next(asked).status()).isEqualTo(status);
        assertThat(next(next(asked).reported(Status.WITHDRAWN, 1, by("delivery")))
                        .status())
                .isEqualTo(Status.WITHDRAWN);
        Invitation recalled = next(underWay(status).recall(by("policy")));
        assertThat(recalled.givenBack(Status.WITHDRAWN, 1, by("delivery"))).contains(recalled);
        assertThat(recalled.givenBack(Status.WITHDRAWN, 7, by("delivery"))).isEmpty();
        assertThat(recalled.givenBack(Status.ACCEPTED, 1, by("delivery"))).isEmpty();
    }

    @Test
    void tooLateIsRememberedAndTheMailMayStillComeBack() {
        Invitation asked = next(underWay(Status.SENDING).recall(by("policy")));
        Invitation late =
                next(asked.reported(Status.SENDING, 1, delivery("too late to withdraw: the mail is SENDING")));
        assertThat(late.recall())
                .isEqualTo(new Recall("policy", "withdrawn", true, "too late to withdraw: the mail is SENDING"));
        assertThat(late.givenBack(Status.WITHDRAWN, 1, by("delivery"))).isPresent();
        assertThat(asked.reported(Status.SENDING, 1, delivery("the mailbox rests")))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void whatDeliveryStopsBecauseTheEventChangedIsWrittenAnewThoughNobodyAsked() {
        Invitation back = approved("one")
                .givenBack(Status.WITHDRAWN, 1, delivery("the event changed: version 2"))
                .orElseThrow();
        assertThat(next(back.drafted(draft("two"), match(), dataFlow(MARIA), MARIA, by("policy")))
                        .status())
                .isEqualTo(Status.DRAFTED);
        assertThat(approved("one").givenBack(Status.WITHDRAWN, 1, delivery("the event was cancelled")))
                .isEmpty();
        Invitation hers = next(approved("one").withdraw(by("ana")));
        assertThat(hers.givenBack(Status.WITHDRAWN, 1, delivery("event changed")))
                .isEmpty();
    }

    private static Draft about(int eventVersion) {
        Mail m = draft("one").mail();
        Mail mail = new Mail(
                m.recipient(),
                m.recipientName(),
                m.sender(),
                m.senderName(),
                eventVersion,
                m.subject(),
                m.html(),
                m.text());
        return new Draft(mail, "of version " + eventVersion, List.of(), List.of("look"), false);
    }

    private static Outcome.Done changed(Invitation i, int eventVersion, String who) {
        Match match = who.equals("matching") ? Match.NONE : match();
        Change change = new Change(who, NOW, "event changed");
        return (Outcome.Done) i.drafted(about(eventVersion), match, dataFlow(MARIA), MARIA, change);
    }

    @Test
    void thatTheEventChangedIsToldOnceForEachOfItsVersions() {
        Outcome.Done second = changed(drafted("one"), 2, "policy");
        Outcome.Done explained = changed(second.next(), 2, "matching");
        Outcome.Done third = changed(explained.next(), 3, "policy");

        assertThat(List.of(second, explained, third))
                .extracting(done -> done.step().why())
                .containsExactly("event changed", null, "event changed");
        assertThat(explained.next().why()).isEqualTo("event changed");
    }

    @Test
    void whatIsAskedBackBecauseTheEventChangedIsAskedAndToldOnce() {
        Change change = new Change("policy", NOW, "event changed");
        Invitation asked = next(approved("one").recall(change));

        assertThat(asked.recall(change)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(asked.recall(by("policy"))).isInstanceOf(Outcome.Asked.class);
        assertThat(changed(asked, 2, "policy").step().why()).isNull();
        Invitation back = approved("one")
                .givenBack(Status.WITHDRAWN, 1, delivery("event changed"))
                .orElseThrow();
        assertThat(changed(back, 2, "delivery").step().why()).isEqualTo("event changed");
    }

    @Test
    void whatIsRecalledMayBeWrittenAnewOnceDeliveryGaveItBack() {
        Invitation recalled = next(approved("one").recall(by("policy")));
        assertThat(recalled.givenBack(Status.WITHDRAWN, 1, by("delivery"))).isPresent();
        assertThat(recalled.givenBack(Status.SENDING, 1, by("delivery"))).isEmpty();
        Invitation again = next(recalled.drafted(draft("two"), match(), dataFlow(MARIA), MARIA, by("policy")));
        assertThat(again.status()).isEqualTo(Status.DRAFTED);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(again.approval()).isNull();
    }

    @Test
    void aWithdrawalAskedForByAPersonIsNotTurnedIntoARewrite() {
        Invitation asked = next(next(approved("one").withdraw(by("ana"))).recall(by("policy")));
        assertThat(asked.givenBack(Status.WITHDRAWN, 1, by("delivery"))).isEmpty();
    }

    @Test
    void aVerdictOnAnOlderRevisionDoesNotEndTheNewOne() {
        Invitation recalled = next(approved("one").recall(by("policy")));
        Invitation again = next(recalled.drafted(draft("two"), match(), dataFlow(MARIA), MARIA, by("policy")));
        Invitation second = next(again.approve("two", by("ana"), null));
        assertThat(second.reported(Status.WITHDRAWN, 1, by("delivery"))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(next(second.reported(Status.WITHDRAWN, 2, by("delivery"))).status())
                .isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void lateReportsDoNotTurnBackTheClock() {
        Invitation registered = next(approved("one").reported(Status.REGISTERED, 0, by("guest")));
        assertThat(registered.reported(Status.ACCEPTED, 1, by("delivery"))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(registered.reported(Status.SENDING, 1, by("delivery"))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(next(registered.reported(Status.DECLINED, 0, by("guest"))).status())
                .isEqualTo(Status.DECLINED);
    }

    @Test
    void unknownEndsInAcceptedOrWithAPerson() {
        Invitation unknown = next(approved("one").reported(Status.UNKNOWN, 1, by("delivery")));
        assertThat(next(unknown.reported(Status.ACCEPTED, 1, by("delivery"))).sentAt())
                .isEqualTo(NOW);
        assertThat(next(unknown.reported(Status.NEEDS_HUMAN, 1, by("delivery"))).status())
                .isEqualTo(Status.NEEDS_HUMAN);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aDraftIsNotMovedByAnyReportOfDelivery(Status reported) {
        if (reported != Status.REGISTERED && reported != Status.DECLINED) {
            assertThat(drafted("one").reported(reported, 1, by("delivery"))).isInstanceOf(Outcome.Unchanged.class);
        }
    }

    @Test
    void aPersonsRequestRaisesTheReasonOfAnAutomaticDraftOnce() {
        Invitation automatic = Invitation.requested(
                "i",
                new Occasion("e", "c", null, MailKind.INVITATION, 1),
                dataFlow(MARIA),
                MARIA,
                new Reason.EventAnnounced(1),
                NOW);
        Reason.CsmRequest hers = new Reason.CsmRequest("ana", "please");
        Invitation raised = next(automatic.raise(hers, NOW));
        assertThat(raised.reason()).isEqualTo(hers);
        assertThat(raised.raise(hers, NOW)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(approved("one").raise(hers, NOW)).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void onlyWhatNobodyApprovedExpires() {
        assertThat(next(drafted("one").expire(by("policy"))).status()).isEqualTo(Status.EXPIRED);
        assertThat(approved("one").expire(by("policy"))).isInstanceOf(Outcome.Unchanged.class);
    }
}
