package dev.usher.delivery.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recipient's page, ready to be read.
 *
 * @param banner what her seat is, in words; empty = she has not answered
 * @param tone good, wait or calm: how the banner looks
 * @param yourTime the time on her clock; empty = the same
 * @param silence why no mail will come, and the calendar file is offered instead; empty = mail comes
 * @param clashes sentences on chosen sessions that are at the same time
 * @param hybrid true where she chooses between room and screen
 * @param virtual true where the screen is chosen
 * @param coming true where she has a seat or waits for one
 * @param open false where nothing can be answered any more
 * @param datable false where she said that she does not come: no calendar then
 * @param picked sessions recommended to her
 * @param others the rest of the agenda; empty where it is too long for a page
 * @param outside where an outside platform registers; null = here
 * @param google link that adds the entry to Google's calendar
 * @param host who invited her
 */
public record GuestCard(
        String action,
        String greeting,
        String eventName,
        String eventType,
        String when,
        String yourTime,
        String where,
        String banner,
        String tone,
        String silence,
        List<String> clashes,
        boolean hybrid,
        boolean virtual,
        boolean coming,
        boolean open,
        boolean datable,
        boolean full,
        List<Choice> picked,
        List<Choice> others,
        @Nullable String outside,
        String outsideName,
        String google,
        String host,
        String hostAddress) {

    /** One session to choose. @param because why it is recommended; empty = it is not */
    public record Choice(String id, String title, String time, String because, boolean chosen) {}
}
