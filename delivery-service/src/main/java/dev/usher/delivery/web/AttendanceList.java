package dev.usher.delivery.web;

import dev.usher.delivery.OutsideAnswers.Who;
import dev.usher.rest.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Reads lists of who came. JSON: an array, or an object with it as {@code items}; each an e-mail address or an object with
 * {@code email}, {@code customerId}, {@code contactId}, {@code invitationId}, {@code attended} (absent = true). CSV: a
 * header row with these names.
 */
final class AttendanceList {

    private static final Set<String> YES = Set.of("true", "yes", "1", "attended", "");
    private static final Set<String> NO = Set.of("false", "no", "0", "no_show");

    private AttendanceList() {}

    /** @param field what is wrong with it; empty, as why, where nothing is */
    record Line(int number, Who who, boolean attended, String field, String why) {}

    static List<Line> of(JsonNode body) {
        JsonNode list = body.isArray() ? body : body.path("items");
        if (!list.isArray()) {
            throw Problem.badRequest("items", "must be a list");
        }
        List<JsonNode> items = StreamSupport.stream(list.spliterator(), false).toList();
        List<Line> lines = new ArrayList<>();
        String name = body.isArray() ? "" : "items";
        items.forEach(item -> lines.add(line(lines.size() + 1, fields(item, name + "[" + lines.size() + "]"))));
        return lines;
    }

    /** @param place of it in the body */
    private static Map<String, String> fields(JsonNode item, String place) {
        if (item.isString()) {
            return Map.of("email", item.asString());
        }
        if (!item.isObject()) {
            throw Problem.badRequest(place, "must be an e-mail address or an object");
        }
        Map<String, String> fields = new HashMap<>();
        item.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        return fields;
    }

    static List<Line> of(String csv) {
        List<List<String>> rows = Csv.rows(csv);
        if (rows.isEmpty()
                || !(rows.getFirst().contains("email")
                        || rows.getFirst().contains("customerId")
                        || rows.getFirst().contains("invitationId"))) {
            throw Problem.badRequest("", "the first row must name the fields: email, customerId, contactId, attended");
        }
        List<Line> lines = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            lines.add(line(lines.size() + 2, fields(rows.getFirst(), row)));
        }
        return lines;
    }

    private static Map<String, String> fields(List<String> names, List<String> row) {
        Map<String, String> fields = new HashMap<>();
        for (int column = 0; column < Math.min(names.size(), row.size()); column++) {
            fields.put(names.get(column).strip(), row.get(column).strip());
        }
        return fields;
    }

    private static Line line(int number, Map<String, String> fields) {
        String said = fields.getOrDefault("attended", "").toLowerCase(Locale.ROOT);
        Who who = new Who(
                fields.get("invitationId"), fields.get("customerId"), fields.get("contactId"), fields.get("email"));
        Optional<String> unreadable = Stream.of("invitationId", "customerId", "contactId", "email")
                .filter(name -> fields.getOrDefault(name, "").chars().anyMatch(Character::isISOControl))
                .findFirst();
        if (unreadable.isPresent()) {
            return new Line(number, who, false, unreadable.get(), "holds a control character");
        }
        if (!YES.contains(said) && !NO.contains(said)) {
            return new Line(number, who, false, "attended", "must be true or false");
        }
        return new Line(number, who, YES.contains(said), who.named() ? "" : "email", who.named() ? "" : "is missing");
    }
}
