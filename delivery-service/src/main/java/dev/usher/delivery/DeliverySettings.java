package dev.usher.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be set, prefix {@code usher.delivery}.
 *
 * @param workers mails on their way at once in this replica, 1 to 64
 * @param poll how often due work is looked for besides being woken
 * @param lease how long a worker owns a mail; longer than two calls to Gmail may take
 * @param quarantine how long an unknown mail rests before Gmail is asked about it
 * @param backoffFirst first pause after a throttled call, doubled each time
 * @param backoffLongest longest pause, of mails and of parked mailboxes
 * @param parkFirst first rest of a parked mailbox, doubled each time
 * @param unitsPerMinute Gmail's quota per mailbox; at least 202, which asking what became of one mail costs
 * @param reminderAt time of day, in the guest's zone, for reminders counted in days
 * @param ladders per type of event: rungs before the start, days (P7D) or hours (PT1H)
 * @param silentAfter working days until silence counts as NO_RESPONSE
 * @param followUps false = nobody is asked to follow up
 * @param thankAfter pause between an event's end and the POST_EVENT requests
 * @param readEvery how often a used mailbox is read for replies and bounces; zero = never
 */
@Validated
@ConfigurationProperties("usher.delivery")
public record DeliverySettings(
        @DefaultValue("8") @Min(1) @Max(64) int workers,
        @DefaultValue("500ms") @NotNull Duration poll,
        @DefaultValue("25s") @NotNull Duration lease,
        @DefaultValue("5s") @NotNull Duration quarantine,
        @DefaultValue("500ms") @NotNull Duration backoffFirst,
        @DefaultValue("1h") @NotNull Duration backoffLongest,
        @DefaultValue("10s") @NotNull Duration parkFirst,
        @DefaultValue("6000") @Min(202) int unitsPerMinute,
        @DefaultValue("09:00") @NotNull LocalTime reminderAt,
        @DefaultValue @NotNull Map<String, List<String>> ladders,
        @DefaultValue("5") @Min(1) int silentAfter,
        @DefaultValue("true") boolean followUps,
        @DefaultValue("24h") @NotNull Duration thankAfter,
        @DefaultValue("15s") @NotNull Duration readEvery) {}
