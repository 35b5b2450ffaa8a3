package dev.usher.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of an event that nobody attends in one go, on the calendar of its own zone.
 *
 * @param after the day after the last
 */
public record Days(LocalDate first, LocalDate after) {

    /** What goes on past midnight for no longer than this is one long night. */
    private static final Duration LONGEST_NIGHT = Duration.ofHours(16);

    /** Empty where it is over in one day or night. */
    public static Optional<Days> of(Gathering event) {
        LocalDate first = event.startsAt().atZone(event.zone()).toLocalDate();
        LocalDate last = event.endsAt().minusNanos(1).atZone(event.zone()).toLocalDate();
        boolean several = first.isBefore(last)
                && Duration.between(event.startsAt(), event.endsAt()).compareTo(LONGEST_NIGHT) > 0;
        return several ? Optional.of(new Days(first, last.plusDays(1))) : Optional.empty();
    }
}
