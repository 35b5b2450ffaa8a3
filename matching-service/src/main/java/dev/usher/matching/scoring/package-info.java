/**
 * How well an event fits a customer: industry, challenges and interests, geography, past attendance. Pure: no clock, no
 * network, no randomness. Texts are compared as words; a semantic model would stand beside {@link
 * dev.usher.matching.scoring.Words}.
 */
@NullMarked
package dev.usher.matching.scoring;

import org.jspecify.annotations.NullMarked;
