package dev.usher.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A mail that cannot be written is that mail's matter: it fails where it can be caught. */
class DispatchTest {

    private static final Instant AT = Instant.parse("2027-03-01T09:00:00Z");
    private static final Guest MARIA = new Guest("summit", "dataflow", "maria", "maria@dataflow.example", null);

    private static <T> T unasked(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw new AssertionError(method + " is not to be asked");
        }));
    }

    private static ServiceMails.Facts facts() {
        Gathering event = new Gathering(
                "summit",
                1,
                false,
                "Summit",
                null,
                "CONFERENCE",
                AT,
                AT.plusSeconds(60),
                ZoneId.of("UTC"),
                Gathering.Format.VIRTUAL,
                null,
                List.of(),
                null,
                null,
                null,
                null);
        MailId invitation = new MailId("inv-1", Kind.INVITATION, 1);
        return new ServiceMails.Facts(
                Reminder.planned(new MailId("inv-1", Kind.REMINDER, 1), MARIA, AT, ""),
                new Registration(MARIA, "inv-1", RegistrationStatus.REGISTERED, null, List.of(), "PAGE", null, 0, AT),
                event,
                new Invited(invitation, MARIA, "ana@usher.example", "Ana", List.of(), Attendance.VIRTUAL),
                null);
    }

    private static void failsWhereItCanBeCaught(RuntimeException cause) {
        ServiceMails mails = _ -> {
            throw cause;
        };
        Dispatch dispatch = new Dispatch(
                unasked(Gatherings.class),
                unasked(Registrations.class),
                unasked(Invitations.class),
                unasked(Companies.class),
                new Dispatch.Writing(mails, unasked(Envelopes.class)),
                unasked(Deliveries.class));
        assertThatCode(() -> dispatch.commission(facts(), AT)
                        .onErrorResume(Envelopes.Unsendable.class, _ -> Mono.empty())
                        .block())
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsUnsendableCanBeCaught() {
        failsWhereItCanBeCaught(new Envelopes.Unsendable("two recipients"));
    }

    @Test
    void anyOtherFailureToWriteIsUnsendableToo() {
        failsWhereItCanBeCaught(new IllegalArgumentException("mailto:a|b"));
    }
}
