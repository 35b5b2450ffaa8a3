package dev.usher.invitation.drafting;

import dev.usher.invitation.Customer.Csm;
import dev.usher.invitation.Draft;
import dev.usher.invitation.Drafting;
import dev.usher.invitation.Mail;
import dev.usher.invitation.MailKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes by our own words and templates, without any model. */
@Component
class TemplateDrafting implements Drafting {

    /** Lines of a person's own that are told one by one; a longer mail is nobody's invitation. */
    private static final int LINES = 300;

    private final Wording wording;
    private final Links links;
    private final Shape shape = new Shape();

    TemplateDrafting(Links links) {
        this.links = links;
        this.wording = new Wording(links);
    }

    @Override
    public Draft write(Facts raw) {
        Facts facts = cleaned(raw);
        Letter letter = wording.letter(facts);
        Mail mail = mail(facts, letter.subject().text(), shape.html(letter), PlainText.of(letter));
        return draft(facts, mail, claims(letter), warnings(facts), false);
    }

    @Override
    public Draft rewrite(Facts raw, Edit edit) {
        Facts facts = cleaned(raw);
        Letter truth = wording.letter(facts);
        String subject = Clean.line(edit.subject(), 200);
        Mail mail = edit.html() == null ? fromText(facts, subject, edit) : fromHtml(facts, subject, edit.html());
        List<String> warnings = new ArrayList<>(warnings(facts));
        warnings.addAll(
                new FactCheck(facts, PlainText.of(truth) + truth.subject().text()).warnings(subject, mail.text()));
        boolean registers = facts.kind() != MailKind.POST_EVENT;
        if (registers && !mail.text().contains(links.registration(facts.invitationId(), facts.event()))) {
            warnings.add("the registration link is missing");
        }
        return draft(facts, mail, claims(truth, mail), List.copyOf(warnings), true);
    }

    private Mail fromText(Facts facts, String subject, Edit edit) {
        String typed =
                edit.text() == null ? "" : edit.text().replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
        String text = typed.strip() + "\n" + leave(facts, typed);
        return mail(facts, subject, shape.html(Rewritten.text(subject, text)), text);
    }

    private Mail fromHtml(Facts facts, String subject, String markup) {
        String safe = Safe.html(markup);
        String all = safe + Safe.html(leave(facts, safe).replace("\n", "<br>"));
        return mail(facts, subject, shape.html(Rewritten.html(subject, all)), Safe.text(all));
    }

    /** The way out, where the person who edited took it away: no mail goes without. */
    private String leave(Facts facts, String body) {
        String url = links.unsubscribe(facts.invitationId(), facts.event());
        return body.contains(url) ? "" : "\n--\nUnsubscribe from event mail: " + url + "\n";
    }

    private static Mail mail(Facts facts, String subject, String html, String text) {
        Csm csm = facts.customer().csm();
        String sender = csm == null || csm.email() == null ? "" : csm.email();
        return new Mail(
                facts.contact().email(),
                facts.contact().name(),
                sender,
                csm == null ? null : csm.name(),
                facts.event().version(),
                subject,
                html,
                text);
    }

    private static Draft draft(
            Facts facts, Mail mail, List<Draft.Claim> claims, List<String> warnings, boolean edited) {
        return new Draft(mail, Fingerprint.of(mail, facts.kind(), facts.number()), claims, warnings, edited);
    }

    private static List<Draft.Claim> claims(Letter letter) {
        return letter.everything().stream()
                .map(said -> new Draft.Claim(said.text(), said.fact()))
                .distinct()
                .toList();
    }

    /** Sentences that still stand keep their fact; what a person added rests on her word. */
    private List<Draft.Claim> claims(Letter truth, Mail mail) {
        Stream<Said> values = truth.details().stream()
                .filter(row -> !mail.text().contains(row.label() + ": "))
                .map(Letter.Row::value);
        Map<String, String> facts = Stream.concat(truth.everything().stream(), values)
                .collect(Collectors.toMap(Said::text, Said::fact, (a, b) -> a));
        List<Draft.Claim> standing = facts.entrySet().stream()
                .filter(said ->
                        mail.text().contains(said.getKey()) || mail.subject().equals(said.getKey()))
                .map(said -> new Draft.Claim(said.getKey(), said.getValue()))
                .toList();
        String shaped = Safe.text(Safe.html(shape.html(truth)));
        Stream<Draft.Claim> hers = new OwnWords(facts.keySet(), PlainText.of(truth), shaped)
                .in(mail)
                .limit(LINES)
                .map(words -> new Draft.Claim(words, "edit = written by a person"));
        return Stream.concat(standing.stream(), hers).toList();
    }

    private static List<String> warnings(Facts facts) {
        List<String> warnings = new ArrayList<>(facts.warnings());
        Csm csm = facts.customer().csm();
        if (csm == null || csm.email() == null) {
            warnings.add("nobody can send this: " + facts.customer().name() + " has no CSM with a mailbox");
        }
        return List.copyOf(warnings);
    }

    private static Facts cleaned(Facts f) {
        return new Facts(
                f.invitationId(),
                f.kind(),
                f.number(),
                Clean.event(f.event()),
                Clean.customer(f.customer()),
                Clean.contact(f.contact()),
                f.match(),
                f.firstMail(),
                f.seat(),
                f.warnings(),
                f.now());
    }
}
