// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Workflows in zip files. */
final class Zips {
    private Zips() {
    }

    /** Packs a folder with its own name on top. */
    static Path of(final Path folder, final Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip)); var files = Files.walk(folder)) {
            for (final var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(folder.getParent().relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return zip;
    }

    /** Unpacks a zip with one folder on top. */
    static Path unpackOnlyFolder(final Path zip, final Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                final var file = folder.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(in, file);
                }
            }
        }
        try (var children = Files.list(folder)) {
            final var found = children.toList();
            assertEquals(found.toString(), 1, found.size());
            return found.get(0);
        }
    }
}
