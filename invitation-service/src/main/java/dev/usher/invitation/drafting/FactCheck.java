package dev.usher.invitation.drafting;

import dev.usher.invitation.Drafting.Facts;
import dev.usher.invitation.Event;
import dev.usher.invitation.Event.Session;
import dev.usher.invitation.Times;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a mail again, knowing only the facts: what it says beyond them is named, for a person to judge. */
final class FactCheck {

    private static final String MONTHS =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{1,2}(?::\\d{2})? ?(?:[ap]\\.?m\\b\\.?|[AP]M\\b)|\\b\\d{1,2}:\\d{2}\\b");
    private static final Pattern DATE = Pattern.compile("\\b" + MONTHS + " \\d{1,2}\\b|\\b\\d{1,2}\\.? " + MONTHS
            + "\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"“”)]+");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w:.,/-])[$€£]?\\d[\\d.,]*\\d ?%?|(?<![\\w:.,/-])\\d ?%");
    private static final Pattern QUOTED = Pattern.compile("[“\"]([^”\"\\n]{6,200})[”\"]");
    /** Nobody reads more; a mail with so much that is no fact is not looked at line by line. */
    private static final int MOST = 100;

    private static final Pattern GREETED = Pattern.compile("^(?:Hi|Hello|Dear) ([\\p{L}][\\p{L}'’-]*)");

    private final Facts facts;
    private final String truth;

    /** @param truth every word of a mail made from the facts alone */
    FactCheck(Facts facts, String truth) {
        this.facts = facts;
        this.truth = truth;
    }

    /** What in this mail no fact supports, one line each; empty = everything checks. */
    List<String> warnings(String subject, String text) {
        Set<String> found = new LinkedHashSet<>();
        String all = subject + "\n" + text;
        List<Session> named = named(all);
        String true_ = truth + "\n" + named.stream().map(this::told).collect(Collectors.joining("\n"));
        unsupported(found, LINK, all, true_, "the link %s is not one of this invitation's");
        unsupported(found, ADDRESS, all, true_, "the address %s is in no fact");
        String bare = ADDRESS.matcher(LINK.matcher(all).replaceAll(" ")).replaceAll(" ");
        unsupported(found, TIME, bare, true_, "the time %s is in no fact");
        unsupported(found, DATE, bare, true_, "the date %s is in no fact");
        String rest = DATE.matcher(TIME.matcher(bare).replaceAll(" ")).replaceAll(" ");
        unsupported(found, NUMBER, rest, true_, "the number %s is in no fact");
        named.forEach(session -> swapped(found, session, text));
        titles(found, text);
        greeting(found, text);
        return found.stream().limit(MOST).toList();
    }

    private static void unsupported(Set<String> found, Pattern what, String text, String truth, String warning) {
        Set<String> known = tokens(what, truth);
        tokens(what, text).stream().filter(t -> !known.contains(t)).forEach(t -> found.add(warning.formatted(t)));
    }

    private static Set<String> tokens(Pattern what, String text) {
        return what.matcher(text)
                .results()
                .map(r -> r.group()
                        .replace(".", "")
                        .replace(" ", " ")
                        .replaceAll("(?i) ?([ap])m$", " $1m")
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Session> named(String text) {
        return facts.event().sessions().stream()
                .filter(s -> s.title().length() >= 6 && text.contains(Clean.line(s.title(), 200)))
                .toList();
    }

    private String told(Session session) {
        Event event = facts.event();
        String there = Times.there(event, session.startsAt(), facts.customer().zoneOf(facts.contact()));
        return Times.when(event, session) + " " + there + " " + session.speakers();
    }

    /** The right time with the right session: what stands beside a title must be that session's. */
    private void swapped(Set<String> found, Session session, String text) {
        String title = Clean.line(session.title(), 200);
        String beside = beside(text, text.indexOf(title) + title.length());
        Set<String> its = tokens(TIME, told(session));
        for (String time : tokens(TIME, beside)) {
            if (text.contains(title) && !its.contains(time)) {
                found.add("“%s” is not at %s".formatted(title, time));
            }
        }
    }

    /** The rest of the line and the next one. */
    private static String beside(String text, int from) {
        int line = text.indexOf('\n', from);
        int next = line < 0 ? -1 : text.indexOf('\n', line + 1);
        return next < 0 ? text.substring(from) : text.substring(from, next);
    }

    private void titles(Set<String> found, String text) {
        List<String> said = new ArrayList<>();
        QUOTED.matcher(text).results().forEach(r -> said.add(r.group(1)));
        int picked = text.indexOf(Letter.PICKED.text());
        if (picked >= 0) {
            text.substring(picked)
                    .lines()
                    .skip(1)
                    .takeWhile(l -> !l.isBlank())
                    .filter(l -> l.startsWith("- "))
                    .forEach(l -> said.add(l.substring(2).strip()));
        }
        said.stream()
                .filter(t -> !truth.contains(t))
                .filter(t -> facts.event().sessions().stream()
                        .noneMatch(s -> Clean.line(s.title(), 200).equals(t)))
                .forEach(t -> found.add("“%s” is no session of this event".formatted(t)));
    }

    private void greeting(Set<String> found, String text) {
        GREETED.matcher(text)
                .results()
                .map(r -> r.group(1))
                .limit(1)
                .filter(name -> !facts.contact().name().contains(name))
                .forEach(name -> found.add("the mail goes to %s, and greets %s"
                        .formatted(facts.contact().name(), name)));
    }
}
