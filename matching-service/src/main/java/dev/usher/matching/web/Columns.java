package dev.usher.matching.web;

import dev.usher.rest.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns of a CSV and the fields they stand for. */
final class Columns {

    private static final Set<String> LISTS = Set.of("aliases", "challenges", "interests");
    private static final Set<String> LINES = Set.of("id", "name", "industry", "size", "timeZone", "notes");
    private static final Pattern NESTED = Pattern.compile("location\\.(city|region|country)|csm\\.(id|name|email)"
            + "|contacts\\.\\d{1,3}\\.(id|name|email|title|role|timeZone|language|optedOut)");

    private final List<String> names;

    /** A column that stands for nothing is a typing error as often as not: it refuses the import before it begins. */
    Columns(List<String> names) {
        this.names = List.copyOf(names);
        List<String> unknown = names.stream().filter(name -> !known(name)).toList();
        if (!unknown.isEmpty()) {
            throw Problem.badRequest(unknown.getFirst(), "is not the name of a field of a customer");
        }
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw Problem.badRequest(twice, "has more than one column");
        });
        if (!names.contains("name")) {
            throw Problem.badRequest("name", "has no column");
        }
    }

    int count() {
        return names.size();
    }

    ObjectNode tree(List<String> values, JsonMapper json) {
        ObjectNode customer = json.createObjectNode();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                set(customer, names.get(i), values.get(i));
            }
        }
        return customer;
    }

    private static boolean known(String name) {
        return LISTS.contains(name)
                || LINES.contains(name)
                || NESTED.matcher(name).matches();
    }

    private static void set(ObjectNode customer, String name, String value) {
        String[] path = name.split("\\.");
        if (LISTS.contains(name)) {
            ArrayNode list = customer.putArray(name);
            Stream.of(value.split(";")).map(String::strip).forEach(list::add);
        } else if (path.length == 1) {
            customer.put(name, value);
        } else if (path.length == 2) {
            customer.withObject("/" + path[0]).put(path[1], value);
        } else {
            contact(customer.withArray("/" + path[0]), Integer.parseInt(path[1]))
                    .put(path[2], value);
        }
    }

    private static ObjectNode contact(ArrayNode contacts, int index) {
        while (contacts.size() <= index) {
            contacts.addObject();
        }
        return (ObjectNode) contacts.get(index);
    }
}
