package dev.usher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that signs guests' links on this machine: made once, readable by its owner only, kept with the data. */
final class LinkKey {

    private static final int BYTES = 32;

    private final Path file;

    LinkKey(Path file) {
        this.file = file;
    }

    /** Base64, as the services take it. */
    String base64() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new CannotStart("cannot read or write " + file + " (" + failure.getMessage() + ")", failure);
        }
    }

    private void create() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
    }
}
