package dev.usher.gmail.post;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of frames: magic, length of the mail, length of the changes, CRC-32 of both,
 * the mail, the changes as JSON.
 *
 * <p>A frame is written whole before anybody sees its effect. {@link #settle} puts everything written so far on disk; callers that
 * arrive together share one fsync. What a kill left half written at the end is moved aside into {@code journal.torn}.
 */
final class Journal implements Closeable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
    private static final int MAGIC = 0x55534852;
    private static final int HEADER = 16;
    /** Above any frame we write: a longer length is garbage. */
    private static final int LONGEST = 256 << 20;

    private final JsonMapper json = new JsonMapper();
    private final ReentrantLock syncing = new ReentrantLock();
    private final FileChannel file;
    private volatile long end;
    private volatile long settled;

    /** Reads back what is there, frame by frame, oldest first. */
    Journal(Path dir, Consumer<List<Change>> replay) throws IOException {
        Files.createDirectories(dir);
        this.file = FileChannel.open(
                dir.resolve("journal"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        lock(dir);
        this.end = replay(replay);
        this.settled = end;
        cut(dir.resolve("journal.torn"));
    }

    private void lock(Path dir) throws IOException {
        try {
            if (file.tryLock() == null) {
                throw new IOException(dir + " is in use by another emulator");
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(dir + " is in use by another emulator", e);
        }
    }

    private long replay(Consumer<List<Change>> replay) throws IOException {
        long position = 0;
        // Not closed: that would close the channel.
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file.position(0)), 1 << 16));
        try {
            while (true) {
                position += frame(in, replay);
            }
        } catch (EOFException | Torn e) {
            return position;
        }
    }

    private long frame(DataInputStream in, Consumer<List<Change>> replay) throws IOException, Torn {
        int magic = in.readInt();
        int rawLength = in.readInt();
        int changesLength = in.readInt();
        int crc = in.readInt();
        if (magic != MAGIC || changesLength < 0 || rawLength < 0 || changesLength + (long) rawLength > LONGEST) {
            throw new Torn();
        }
        var raw = in.readNBytes(rawLength);
        var changes = in.readNBytes(changesLength);
        if (changes.length < changesLength || crc(raw, changes) != crc) {
            throw new Torn();
        }
        replay.accept(json.readValue(changes, CHANGES));
        return (long) HEADER + changesLength + rawLength;
    }

    private void cut(Path aside) throws IOException {
        long torn = file.size() - end;
        if (torn > 0) {
            LOG.log(Level.WARNING, "{0} bytes at the end of the journal were half written: moved to {1}", torn, aside);
            try (var out = FileChannel.open(aside, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                file.transferTo(end, torn, out);
            }
            file.truncate(end);
            file.force(true);
        }
    }

    /** Where a mail will lie that is appended next; the caller holds the office's lock until then. */
    Blob place(byte[] raw) {
        return new Blob(end + HEADER, raw.length);
    }

    /** Written, but on disk only after {@link #settle}. The caller holds the office's lock. */
    void append(byte[] raw, List<Change> changes) {
        var meta = json.writerFor(CHANGES).writeValueAsBytes(changes);
        var frame = ByteBuffer.allocate(HEADER + raw.length + meta.length);
        frame.putInt(MAGIC).putInt(raw.length).putInt(meta.length).putInt(crc(raw, meta));
        frame.put(raw).put(meta).flip();
        try {
            write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    private void write(ByteBuffer frame) throws IOException {
        long position = end;
        try {
            while (frame.hasRemaining()) {
                position += file.write(frame, position);
            }
        } catch (IOException e) {
            file.truncate(end);
            throw e;
        }
        end = position;
    }

    /** Returns once all that was appended before is on disk. */
    void settle() {
        long mine = end;
        if (settled >= mine) {
            return;
        }
        syncing.lock();
        try {
            if (settled < mine) {
                force();
            }
        } finally {
            syncing.unlock();
        }
    }

    private void force() {
        long upTo = end;
        try {
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be put on disk", e);
        }
        settled = upTo;
    }

    byte[] read(Blob blob) {
        var bytes = ByteBuffer.allocate(blob.length());
        try {
            while (bytes.hasRemaining() && file.read(bytes, blob.offset() + bytes.position()) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read", e);
        }
        return bytes.array();
    }

    private static int crc(byte[] raw, byte[] changes) {
        var crc = new CRC32();
        crc.update(raw);
        crc.update(changes);
        return (int) crc.getValue();
    }

    private static final class Torn extends Exception {
        private static final long serialVersionUID = 1;

        Torn() {
            super(null, null, false, false);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
