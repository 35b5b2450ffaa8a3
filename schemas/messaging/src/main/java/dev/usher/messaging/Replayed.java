package dev.usher.messaging;

/**
 * What a replay did.
 *
 * @param sent records that went back to their topic
 * @param superseded records of a compacted topic that did not: a newer one of their key followed them there, and whoever
 *     reads the topic from its beginning would end with the older state
 */
public record Replayed(long sent, long superseded) {

    Replayed plus(Replayed more) {
        return new Replayed(sent + more.sent, superseded + more.superseded);
    }
}
