package dev.usher.servers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a server's log, for the one line that says why it ended. */
record LogTail(List<String> lines) {

    private static final int BYTES = 16 * 1024;
    private static final Pattern CAUSE =
            Pattern.compile("No space left|FATAL|PANIC|Caused by:|ERROR|Exception", Pattern.CASE_INSENSITIVE);

    static LogTail of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return ofText(new String(end, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return new LogTail(List.of());
        }
    }

    static LogTail ofText(String text) {
        return new LogTail(text.lines().filter(line -> !line.isBlank()).toList());
    }

    /** The last line that names a cause, else the last one. */
    String tellingLine() {
        return lines.reversed().stream()
                .filter(line -> CAUSE.matcher(line).find())
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "it printed nothing" : lines.getLast())
                .strip();
    }
}
