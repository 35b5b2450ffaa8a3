package dev.usher.matching.scoring;

import dev.usher.matching.Event;
import dev.usher.matching.Guest;
import dev.usher.matching.Pick;
import dev.usher.matching.Session;
import dev.usher.matching.scoring.Echoes.Echo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sessions picked for one customer: the best of each time slot, at most five, not three of the same, and at least one
 * where there is any.
 */
final class SessionPicks {

    private static final int MOST = 5;
    private static final double ENOUGH = 0.4;

    /** What answers a passage that is answered already counts so much less; likewise on a day that has its pick. */
    private static final double AGAIN = 0.75;

    private static final double SAME_DAY = 0.95;
    private static final double ALIKE = 0.6;

    /** A session with the reasons it has for this customer. */
    private record Option(
            int number,
            Session session,
            double score,
            String because,
            @Nullable String matches) {}

    private final Event event;
    private final Index index;
    private final Words words;
    private final SessionReasons reasons;

    SessionPicks(Event event, Index index, Words words) {
        this.event = event;
        this.index = index;
        this.words = words;
        this.reasons = new SessionReasons(event, index, words);
    }

    List<Pick> of(Guest guest, Echoes echoes) {
        List<Option> open = new ArrayList<>(options(guest, echoes).values());
        List<Option> picked = new ArrayList<>();
        while (picked.size() < MOST && !open.isEmpty()) {
            Option next = open.stream()
                    .max(Comparator.<Option>comparingDouble(option -> worth(option, picked))
                            .thenComparing(Comparator.comparing(Option::number).reversed()))
                    .orElseThrow();
            if (!picked.isEmpty() && worth(next, picked) < ENOUGH) {
                break;
            }
            picked.add(next);
            open.removeIf(option -> option.session().overlaps(next.session()) || alike(option, next));
        }
        return picked.stream()
                .sorted(Comparator.comparingDouble(Option::score).reversed())
                .map(SessionPicks::pick)
                .toList();
    }

    /** Every session that has some reason; if none has, the first of the agenda. */
    private Map<Integer, Option> options(Guest guest, Echoes echoes) {
        Map<Integer, Option> options = new LinkedHashMap<>();
        Stream.concat(echoes.elements().stream(), reasons.standing(guest).stream())
                .distinct()
                .filter(number -> index.elements().get(number).session() != null)
                .forEach(number -> options.put(number, option(number, guest, echoes)));
        if (options.isEmpty() && !event.sessions().isEmpty()) {
            int number = reasons.mostCentral();
            options.put(number, option(number, guest, echoes));
        }
        return options;
    }

    private Option option(int number, Guest guest, Echoes echoes) {
        Session session = event.sessions().get(number);
        @Nullable Echo echo = echoes.in(number).orElse(null);
        List<SessionReasons.Reason> all = new ArrayList<>(reasons.of(number, guest));
        if (echo != null) {
            all.add(SessionReasons.Reason.of(echo));
        }
        all.sort(Comparator.comparingDouble(SessionReasons.Reason::strength).reversed());
        double missed = 1;
        for (SessionReasons.Reason reason : all) {
            missed *= 1 - reason.strength();
        }
        String because =
                all.isEmpty() ? "part of " + event.name() : all.getFirst().because();
        return new Option(
                number,
                session,
                1 - missed,
                because,
                all.isEmpty() ? null : all.getFirst().matches());
    }

    private double worth(Option option, List<Option> picked) {
        double worth = option.score();
        for (Option other : picked) {
            boolean again = option.matches() != null && option.matches().equals(other.matches());
            worth *= (again ? AGAIN : 1) * (sameDay(option.session(), other.session()) ? SAME_DAY : 1);
        }
        return worth;
    }

    private boolean sameDay(Session one, Session other) {
        return one.startsAt()
                .atZone(event.timeZone())
                .toLocalDate()
                .equals(other.startsAt().atZone(event.timeZone()).toLocalDate());
    }

    private boolean alike(Option one, Option other) {
        Set<String> left = new HashSet<>(words.of(one.session().title()));
        Set<String> right = new HashSet<>(words.of(other.session().title()));
        long common = left.stream().filter(right::contains).count();
        return common > 0 && common >= ALIKE * (left.size() + right.size() - common);
    }

    private static Pick pick(Option option) {
        double rounded = Math.round(Math.clamp(option.score(), 0, 1) * 1e4) / 1e4;
        return new Pick(option.session().id(), option.session().title(), rounded, option.because(), option.matches());
    }
}
