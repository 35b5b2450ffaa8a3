package dev.usher.matching;

import java.util.List;

/**
 * A piece of a stored ranking, on its way to where it is read.
 *
 * @param list see {@link Question#id}
 * @param version of the event that was scored; pages of an older one change nothing
 * @param partition that explained it
 * @param of how many partitions explain
 * @param last true if this partition has nothing more to say to this version
 * @param gone customers that no longer belong there
 * @param failures what could not be answered
 */
public record Page(
        String list,
        int version,
        int partition,
        int of,
        boolean last,
        List<Relevant> rows,
        List<String> gone,
        List<String> failures) {}
