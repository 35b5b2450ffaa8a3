package dev.usher.invitation.chat;

import dev.usher.invitation.Event;
import dev.usher.invitation.Times;
import dev.usher.invitation.chat.Directory.Named;
import dev.usher.invitation.chat.Reply.Action;
import dev.usher.invitation.chat.Talk.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Questions back, and what an answer to one means. */
final class Asking {

    static final String HELP = """
            I can do this:

            - "Invite DataFlow to the Customer Success Summit": I draft a personal invitation and show it to you
            - "Send event invite to DataFlow, Acme and Nordwind": the same for several
            - "Send": the invitation I showed you goes out; "Send all" for several
            - "Status of DataFlow": what became of its invitations
            - [Edit] on a card changes a draft

            Nothing goes out before you say so.""";

    static final String UNCLEAR = "I did not understand that, and I do not guess.\n\n" + HELP;

    static final String EDIT = "Press [Edit] on the card to change subject and text. I check what you wrote against the"
            + " facts, and nothing goes out before you say \"Send\".";

    private Asking() {}

    static String nobody(String name) {
        return "I know no customer called \"%s\". Please check the name, or give me its id."
                .formatted(Markdown.safe(name));
    }

    static String noEvent(String name) {
        return "I know no event called \"%s\". Is it one of these? Otherwise give me its id."
                .formatted(Markdown.safe(name));
    }

    /** @param line what she would have typed had she meant this one */
    static Say whichCustomer(String words, List<Named> which, Function<Named, String> line, Talk talk) {
        List<Option> options = which.stream()
                .map(n -> new Option(label(n, which), line.apply(n), n.name(), null))
                .toList();
        return ask(which("customer", words, which.size()), options, talk);
    }

    static String which(String what, String words, int many) {
        return (many == 1 ? "Do you mean this %s by \"%s\"?" : "Which %s do you mean by \"%s\"?")
                .formatted(what, Markdown.safe(words));
    }

    static Say ask(String head, List<Option> options, Talk talk) {
        List<String> lines = new ArrayList<>(List.of(head, ""));
        List<Action> actions = new ArrayList<>();
        for (Option option : options) {
            String listed = Objects.requireNonNullElse(option.listed(), option.label());
            lines.add((actions.size() + 1) + ". " + Markdown.safe(listed));
            actions.add(new Action("choose", option.label(), option.line(), null, null));
        }
        return new Say(String.join("\n", lines), List.of(), List.copyOf(actions), talk.asking(options));
    }

    /** Two of the same name are told apart by their ids. */
    private static String label(Named named, List<Named> all) {
        boolean twin = all.stream()
                        .filter(n -> n.name().equalsIgnoreCase(named.name()))
                        .count()
                > 1;
        return twin ? named.name() + " (" + named.id() + ")" : named.name();
    }

    /** The option an answer means; empty = it is no answer to the question. */
    static Optional<Option> chosen(String text, List<Option> options) {
        String said = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!)]+$", "");
        if (options.size() == 1 && (Grammar.read(text) instanceof Command.Yes)) {
            return Optional.of(options.getFirst());
        }
        Optional<Option> pressed = pressed(text, options);
        if (pressed.isPresent()) {
            return pressed;
        }
        if (said.matches("\\d{1,2}")) {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= options.size() ? Optional.of(options.get(number - 1)) : Optional.empty();
        }
        List<Option> exact = options.stream()
                .filter(o -> said.equalsIgnoreCase(o.label()) || said.equalsIgnoreCase(o.name()))
                .toList();
        List<Option> part = options.stream()
                .filter(o ->
                        said.length() >= 3 && o.label().toLowerCase(Locale.ROOT).contains(said))
                .toList();
        return exact.size() == 1
                ? Optional.of(exact.getFirst())
                : part.size() == 1 ? Optional.of(part.getFirst()) : Optional.empty();
    }

    /** What she is taken to have said: the words on what she pressed, not the line behind them. */
    static String said(String text, List<Option> options) {
        return pressed(text, options).map(Option::label).orElse(text);
    }

    private static Optional<Option> pressed(String text, List<Option> options) {
        return options.stream().filter(o -> o.line().equals(text)).findFirst();
    }

    static String day(Instant at, Event event) {
        return Times.date(at.atZone(event.zone()).toLocalDate());
    }
}
