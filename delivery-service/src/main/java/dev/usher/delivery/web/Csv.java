package dev.usher.delivery.web;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180): quotes, doubled quotes, line breaks within quotes. Blank lines are no rows. */
final class Csv {

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private Csv(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static List<List<String>> rows(String text) {
        Csv csv = new Csv(text);
        for (int at = 0; at < csv.text.length(); at++) {
            at += csv.read(at);
        }
        csv.endRow();
        return csv.rows;
    }

    /** Takes the character there; answers how many more it used up. */
    private int read(int at) {
        char c = text.charAt(at);
        if (quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            cell.append('"');
            return 1;
        }
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            endCell();
        } else if (!quoted && c == '\n') {
            endRow();
        } else if (quoted || c != '\r') {
            cell.append(c);
        }
        return 0;
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (row.size() > 1 || !row.getFirst().isBlank()) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
