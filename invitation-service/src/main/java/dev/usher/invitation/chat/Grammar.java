package dev.usher.invitation.chat;

import dev.usher.invitation.chat.Command.Invite;
import dev.usher.invitation.chat.Command.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a line without any model: what it does not know, it does not guess. */
final class Grammar {

    private static final String POLITE =
            "(?:please |pls |can you |could you |would you |let's |lets |i want to |i'd like to )*";
    private static final Pattern INVITE = line(POLITE + "(?:invite|invitation for|invites? to) (.+)");
    private static final Pattern SEND_INVITE = line(POLITE
            + "(?:send|write|draft|create|prepare|make)(?: out)? (?:an? |the |some )?(?:personali[sz]ed )?(?:event )?"
            + "(?:invite|invites|invitation|invitations) (?:to|for) (.+)");
    private static final Pattern SEND_INVITE_FIRST =
            line(POLITE + "(?:send|write|draft) (.+?) (?:an? |the )?(?:event )?(?:invite|invitation) (?:to|for) (.+)");
    private static final Pattern STATUS = line(
            "(?:what(?:'s| is) )?(?:the )?status(?: of| for)? (.+)"
                    + "|(?:how is|where is|what about) (.+?)(?: doing)?|(?:did|has) (.+?) (?:reply|replied|answer|answered|register|registered)");
    private static final Pattern SEND_TO = line("send (?:it |this |that )?(?:to )?(.+)");
    private static final Pattern EDIT =
            line("(?:edit|change|rewrite|shorten|make it|make this|add|mention|drop|remove|replace)\\b.*");

    private static final Set<String> SEND = Set.of(
            "send",
            "send it",
            "send this",
            "send that",
            "send now",
            "send it now",
            "send the invitation",
            "send invitation",
            "send the invite",
            "send invite",
            "send the mail",
            "please send",
            "please send it",
            "go ahead and send");
    private static final Set<String> SEND_ALL = Set.of(
            "send all", "send all of them", "send them", "send them all", "send everything", "send both", "send these");
    private static final Set<String> SHOW = Set.of(
            "show", "show it", "show me", "show them", "show the draft", "show the drafts", "show what is ready");
    private static final Set<String> YES = Set.of(
            "yes", "y", "yes please", "yep", "yeah", "ok", "okay", "sure", "go ahead", "confirm", "confirmed", "do it");
    private static final Set<String> NO = Set.of(
            "no", "n", "nope", "cancel", "stop", "don't", "do not send", "don't send", "never mind", "not now", "wait");
    private static final Set<String> HELP =
            Set.of("help", "?", "hi", "hello", "hey", "what can you do", "commands", "how does this work", "start");

    private Grammar() {}

    private static Pattern line(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    static Command read(String text) {
        String said = text.strip().replaceAll("\\s+", " ").replace('’', '\'');
        String bare = said.replaceAll("[.!?… ]+$", "");
        String word = bare.isEmpty() ? said : bare.toLowerCase(Locale.ROOT);
        return fixed(word).or(() -> invite(bare)).or(() -> rest(bare)).orElseGet(Command.Unclear::new);
    }

    private static Optional<Command> fixed(String word) {
        if (SEND.contains(word)) {
            return Optional.of(new Command.Send());
        }
        if (SEND_ALL.contains(word)) {
            return Optional.of(new Command.SendAll());
        }
        if (SHOW.contains(word)) {
            return Optional.of(new Command.Show());
        }
        if (YES.contains(word)) {
            return Optional.of(new Command.Yes());
        }
        if (NO.contains(word)) {
            return Optional.of(new Command.No());
        }
        return HELP.contains(word) ? Optional.of(new Command.Help()) : Optional.empty();
    }

    private static Optional<Command> invite(String said) {
        return Stream.of(SEND_INVITE, INVITE)
                .map(pattern -> pattern.matcher(said))
                .filter(Matcher::matches)
                .map(matched -> readings(matched.group(1)))
                .findFirst()
                .or(() -> first(said))
                .map(Invite::new);
    }

    /** "Send DataFlow an invitation to the summit". */
    private static Optional<List<Reading>> first(String said) {
        Matcher matched = SEND_INVITE_FIRST.matcher(said);
        return matched.matches()
                ? Optional.of(List.of(new Reading(named(matched.group(1)), named(matched.group(2)))))
                : Optional.empty();
    }

    /** Every "to" or "for" may stand between customers and event, or within a name. */
    private static List<Reading> readings(String words) {
        List<Reading> readings = new ArrayList<>();
        Matcher between = line(" (?:to|for) ").matcher(words);
        for (int from = 0; between.find(from); from = between.start() + 1) {
            String left = named(words.substring(0, between.start()));
            String right = named(words.substring(between.end()));
            if (!left.isEmpty() && !right.isEmpty()) {
                readings.add(new Reading(left, right));
                readings.add(new Reading(right, left));
            }
        }
        readings.add(new Reading(named(words), null));
        return List.copyOf(readings);
    }

    /** A name without the quotation marks around it. */
    private static String named(String words) {
        return words.strip().replaceAll("^[\"“”']+|[\"“”']+$", "").strip();
    }

    private static Optional<Command> rest(String said) {
        Matcher status = STATUS.matcher(said);
        if (status.matches()) {
            return Stream.of(status.group(1), status.group(2), status.group(3))
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .map(name -> new Command.StatusOf(named(name)));
        }
        if (EDIT.matcher(said).matches()) {
            return Optional.of(new Command.Edit());
        }
        Matcher to = SEND_TO.matcher(said);
        return to.matches() ? Optional.of(new Command.SendTo(named(to.group(1)))) : Optional.empty();
    }
}
