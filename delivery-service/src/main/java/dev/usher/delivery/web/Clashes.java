package dev.usher.delivery.web;

import dev.usher.delivery.Gathering;
import dev.usher.delivery.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Sessions that she chose and that are at the same time: she may, but she is told. */
final class Clashes {

    private static final int MOST = 5;

    private Clashes() {}

    /** A sentence for each two, and how many more there are; empty = none. @param chosen in the agenda's order */
    static List<String> among(List<Gathering.Slot> chosen, ZoneId zone) {
        List<String> told = new ArrayList<>();
        int more = 0;
        for (int one = 0; one < chosen.size(); one++) {
            for (Gathering.Slot other : chosen.subList(one + 1, chosen.size())) {
                boolean clash = clash(chosen.get(one), other);
                if (clash && told.size() < MOST) {
                    told.add(sentence(chosen.get(one), other, zone));
                } else if (clash) {
                    more++;
                }
            }
        }
        if (more > 0) {
            told.add(more + " more pairs of your sessions are at the same time.");
        }
        return List.copyOf(told);
    }

    /** Where one ends as the other begins, she can go to both. */
    private static boolean clash(Gathering.Slot one, Gathering.Slot other) {
        return one.startsAt().isBefore(other.endsAt()) && other.startsAt().isBefore(one.endsAt());
    }

    private static String sentence(Gathering.Slot one, Gathering.Slot other, ZoneId zone) {
        return "These two are at the same time: " + timed(one, zone) + " and " + timed(other, zone) + ".";
    }

    private static String timed(Gathering.Slot session, ZoneId zone) {
        return session.title() + " (" + Times.brief(session.startsAt(), zone) + ")";
    }
}
