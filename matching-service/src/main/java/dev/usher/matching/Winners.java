package dev.usher.matching;

import java.util.List;

/**
 * The best of all partitions.
 *
 * @param best with their ranks, best first
 * @param failures what partitions could not answer, and why; empty = all answered
 */
public record Winners(Question question, List<Standing> best, List<String> failures) {}
