package dev.usher.matching.web;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.apache.commons.csv.CSVException;

/** The text of a table, read only up to a limit for each record: a quote that is never closed fills no memory. */
final class Records extends FilterReader {

    private static final int MOST = 1024 * 1024;

    private long read;

    Records(Reader in) {
        super(in);
    }

    /** Another record begins, give or take what was read ahead. */
    void begin() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        return counted(count, count);
    }

    private int counted(int result, int count) throws IOException {
        read += Math.max(0, count);
        if (read > MOST) {
            throw new CSVException("a record is longer than %d characters", MOST);
        }
        return result;
    }
}
