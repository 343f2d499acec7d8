// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Why files cannot be read or written, in words. */
public final class FileProblemTest {

    /** Files. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void saysWhatIsInTheWay() {
        assertEquals("access to \"/a\" is denied", FileProblem.of(new AccessDeniedException("/a")));
        assertEquals("\"/a\" exists already", FileProblem.of(new FileAlreadyExistsException("/a")));
        assertEquals("\"/a\" is no folder", FileProblem.of(new NotDirectoryException("/a")));
        assertEquals("the disk is read-only", FileProblem.of(new ReadOnlyFileSystemException()));
        assertEquals("\"a\0\" is no path on this machine", FileProblem.of(new InvalidPathException("a\0", "Nul")));
        assertEquals("the data end too early", FileProblem.of(new EOFException()));
    }

    @Test
    public void saysThatAFileIsInThePlaceOfAFolder() throws IOException {
        final var file = m_folder.newFile().toPath();

        assertEquals("\"" + file + "\" is a file and no folder",
            FileProblem.of(assertThrows(IOException.class, () -> Files.createDirectories(file))));
    }

    /** As Linux, macOS and Windows say it, with a file or without. */
    @Test
    public void saysThatThereIsNoSpace() {
        assertEquals("the disk is full", FileProblem.of(new IOException("No space left on device")));
        assertEquals("the disk is full",
            FileProblem.of(new FileSystemException("/a", null, "No space left on device")));
        assertEquals("the disk is full", FileProblem.of(new IOException("There is not enough space on the disk")));
        assertEquals("your share of the disk is full",
            FileProblem.of(new FileSystemException("/a", null, "Disk quota exceeded")));
    }

    @Test
    public void saysThatADiskIsReadOnly() {
        assertEquals("the disk is read-only",
            FileProblem.of(new FileSystemException("/a", null, "Read-only file system")));
        assertEquals("the disk is read-only", FileProblem.of(new FileSystemException("/a", null,
            "The media is write protected.")));
    }

    @Test
    public void repeatsWhatItDoesNotKnow() {
        assertEquals("the stars are wrong", FileProblem.of(new IOException("the stars are wrong.")));
        assertEquals("the system gives no reason", FileProblem.of(new IOException((String)null)));
        assertEquals("the system gives no reason", FileProblem.of(new FileSystemException("/a")));
    }

    @Test
    public void knowsWhatThisSystemThrows() {
        final var missing = m_folder.getRoot().toPath().resolve("none/a");

        assertEquals("there is no \"" + missing + "\"",
            FileProblem.of(assertThrows(IOException.class, () -> Files.createFile(missing))));
    }
}
