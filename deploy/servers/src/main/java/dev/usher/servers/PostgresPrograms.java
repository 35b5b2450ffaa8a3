package dev.usher.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the class path by whoever needs them first. */
final class PostgresPrograms {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int ANY_EXECUTE = 0111;

    private PostgresPrograms() {}

    /** The directory that holds {@code bin}. One process at a time unpacks; the others wait for it. */
    static synchronized Path unpacked() throws IOException {
        Path home = Programs.postgres();
        Path complete = home.resolve("complete");
        Files.createDirectories(home);
        try (FileChannel lock =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && !Files.exists(complete)) {
                unpack(home);
                Files.createFile(complete);
            }
        }
        return home;
    }

    private static void unpack(Path home) throws IOException {
        try (InputStream archive = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("no PostgreSQL for this platform on the class path: " + ARCHIVE);
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                lay(entry, tar, home.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void lay(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Files.createDirectories(
                entry.isDirectory() ? target : target.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.deleteIfExists(target);
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, permissions(entry));
        }
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        Set<PosixFilePermission> all = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((entry.getMode() & ANY_EXECUTE) != 0) {
            all.add(PosixFilePermission.OWNER_EXECUTE);
            all.add(PosixFilePermission.GROUP_EXECUTE);
            all.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return all;
    }
}
