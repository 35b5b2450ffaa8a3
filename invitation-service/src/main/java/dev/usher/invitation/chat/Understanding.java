package dev.usher.invitation.chat;

import dev.usher.invitation.Known;
import dev.usher.invitation.Origins;
import dev.usher.invitation.chat.Command.Reading;
import dev.usher.invitation.chat.Directory.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out whom and what a line means, by names alone. */
@Component
class Understanding {

    private static final Pattern BETWEEN =
            Pattern.compile("\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*|\\s*;\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|our|a|an)\\s+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 4;
    private static final int MOST_READINGS = 12;

    private final Directory directory;
    private final Known known;
    private final Origins origins;

    Understanding(Directory directory, Known known, Origins origins) {
        this.directory = directory;
        this.known = known;
        this.origins = origins;
    }

    /**
     * The clearest of the ways to read her words. Where they may name an event, "DataFlow to QBR" is no customer that is
     * merely like DataFlow: then a reading without event stands for exact names only. A name that nothing is like may be
     * too young to be known here: it is waited for.
     */
    Mono<Understood> clearest(List<Reading> readings) {
        Mono<Understood> look = Mono.defer(() -> look(readings));
        return known.patiently(look.filter(Understood::allKnown)).switchIfEmpty(look);
    }

    private Mono<Understood> look(List<Reading> readings) {
        return Flux.fromIterable(readings.stream().limit(MOST_READINGS).toList())
                .concatMap(this::understand)
                .collectList()
                .map(Understanding::clearestOf);
    }

    private static Understood clearestOf(List<Understood> all) {
        boolean mayNameAnEvent = all.stream().anyMatch(u -> u.event() != null);
        return all.stream()
                .filter(u -> !mayNameAnEvent || u.event() != null || u.certain())
                .reduce((best, next) -> next.clarity() > best.clarity() ? next : best)
                .orElseThrow();
    }

    private Mono<Understood> understand(Reading reading) {
        String event = reading.event();
        Mono<List<Understood.Whom>> customers = customers(reading.customers());
        return event == null
                ? customers.map(c -> new Understood(c, null, null))
                : Mono.zip(customers, event(event)).map(t -> new Understood(t.getT1(), event, t.getT2()));
    }

    Mono<Choice> event(String words) {
        String bare = bare(words);
        return directory
                .events(words, origins.now())
                .flatMap(exact -> exact.stream().anyMatch(Named::exact) || bare.equals(words)
                        ? Mono.just(Choice.ofEvents(exact))
                        : directory.events(bare, origins.now()).map(Choice::ofEvents));
    }

    static String bare(String words) {
        return ARTICLE.matcher(words).replaceFirst("");
    }

    Mono<Choice> customer(String words) {
        return customers(words).map(list -> list.size() == 1 ? list.getFirst().choice() : new Choice.None());
    }

    /** Splits a list of names, without splitting a name that has a comma or an "and" in it. */
    private Mono<List<Understood.Whom>> customers(String words) {
        List<int[]> pieces = pieces(words);
        Set<String> spans = new TreeSet<>();
        for (int from = 0; from < pieces.size(); from++) {
            for (int to = from; to < Math.min(pieces.size(), from + LONGEST); to++) {
                spans.add(span(words, pieces, from, to).toLowerCase(Locale.ROOT));
            }
        }
        return directory.customers(spans).flatMap(exact -> choose(words, pieces, exact));
    }

    private static List<int[]> pieces(String words) {
        List<int[]> pieces = new ArrayList<>();
        Matcher between = BETWEEN.matcher(words);
        int from = 0;
        while (between.find()) {
            pieces.add(new int[] {from, between.start()});
            from = between.end();
        }
        pieces.add(new int[] {from, words.length()});
        return pieces.stream().filter(p -> p[1] > p[0]).toList();
    }

    private static String span(String words, List<int[]> pieces, int from, int to) {
        return words.substring(pieces.get(from)[0], pieces.get(to)[1]).strip();
    }

    private Mono<List<Understood.Whom>> choose(String words, List<int[]> pieces, Map<String, List<Named>> exact) {
        List<Mono<Understood.Whom>> whom = new ArrayList<>();
        for (int from = 0; from < pieces.size(); ) {
            int to = longest(words, pieces, from, exact);
            String name = span(words, pieces, from, to);
            List<Named> found = exact.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            whom.add(found.isEmpty() ? like(name) : Mono.just(new Understood.Whom(name, Choice.of(found))));
            from = to + 1;
        }
        return Flux.concat(whom).collectList();
    }

    private static int longest(String words, List<int[]> pieces, int from, Map<String, List<Named>> exact) {
        for (int to = Math.min(pieces.size(), from + LONGEST) - 1; to > from; to--) {
            if (exact.containsKey(span(words, pieces, from, to).toLowerCase(Locale.ROOT))) {
                return to;
            }
        }
        return from;
    }

    private Mono<Understood.Whom> like(String name) {
        return directory
                .customersLike(name)
                .map(list -> list.stream()
                        .sorted(Comparator.comparingDouble(Named::likeness).reversed())
                        .toList())
                .map(list -> new Understood.Whom(name, Choice.of(list)));
    }
}
