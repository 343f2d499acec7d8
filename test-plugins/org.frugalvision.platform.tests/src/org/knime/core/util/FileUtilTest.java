// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FileUtilTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private Path write(final String name, final String text) throws IOException {
        final var file = m_folder.getRoot().toPath().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    public void packsADirectoryAndUnpacksItAgain() throws IOException {
        write("top/a.txt", "a");
        write("top/below/b.txt", "b");
        Files.createDirectories(m_folder.getRoot().toPath().resolve("top/empty"));
        final var zip = new File(m_folder.getRoot(), "x.zip");
        final var target = m_folder.newFolder();

        FileUtil.zipDir(zip, new File(m_folder.getRoot(), "top"), 9);
        FileUtil.unzip(zip, target);

        assertEquals("b", Files.readString(target.toPath().resolve("top/below/b.txt")));
        assertTrue(new File(target, "top/empty").isDirectory());
    }

    @Test
    public void refusesAZipThatLeadsOutOfItsDirectory() throws IOException {
        final var zip = new File(m_folder.getRoot(), "evil.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip.toPath()))) {
            out.putNextEntry(new ZipEntry("../out.txt"));
        }

        assertEquals("The zip entry \"../out.txt\" of " + zip + " leads out of it.",
            assertThrows(IOException.class, () -> FileUtil.unzip(zip, m_folder.newFolder("in"))).getMessage());
        assertFalse(new File(m_folder.getRoot(), "out.txt").exists());
    }

    @Test
    public void copiesOverFilesAndKeepsOthers() throws IOException {
        write("from/a.txt", "new");
        write("to/a.txt", "old");
        write("to/b.txt", "b");

        FileUtil.copyDir(new File(m_folder.getRoot(), "from"), new File(m_folder.getRoot(), "to"));

        assertEquals("new", Files.readString(m_folder.getRoot().toPath().resolve("to/a.txt")));
        assertEquals("b", Files.readString(m_folder.getRoot().toPath().resolve("to/b.txt")));
    }

    @Test
    public void deletesALinkButNotWhatItLeadsTo() throws IOException {
        final var kept = write("kept/a.txt", "a");
        final var directory = m_folder.newFolder("gone").toPath();
        Files.createSymbolicLink(directory.resolve("link"), kept.getParent());

        assertTrue(FileUtil.deleteRecursively(directory.toFile()));

        assertFalse(Files.exists(directory));
        assertTrue(Files.exists(kept));
        assertFalse("nothing is left to delete", FileUtil.deleteRecursively(directory.toFile()));
    }

    @Test
    public void fileUrlsMayHoldBlanksEscapedOrNot() throws Exception {
        final var path = Path.of("/tmp/a b+c.txt");

        assertEquals(path, FileUtil.resolveToPath(new URL("file:/tmp/a b+c.txt")));
        assertEquals(path, FileUtil.resolveToPath(new URL("file:/tmp/a%20b+c.txt")));
        assertEquals(path, FileUtil.resolveToPath(FileUtil.toURL("/tmp/a b+c.txt")));
    }

    @Test
    public void relativePathsAreTakenFromTheWorkingDirectory() throws Exception {
        assertEquals(Path.of("data/a.txt").toAbsolutePath(), FileUtil.resolveToPath(FileUtil.toURL("data/a.txt")));
    }

    @Test
    public void whatIsNotLocalHasNoPath() throws Exception {
        assertNull(FileUtil.resolveToPath(new URL("http://localhost/x")));
        assertNull(FileUtil.resolveToPath(FileUtil.toURL("knime://LOCAL/x")));
    }

    @Test
    public void illegalCharactersAreThoseOfAllSystems() {
        assertEquals("a_b_c_d_e_f_g_h_i_",
            FileUtil.ILLEGAL_FILENAME_CHARS_PATTERN.matcher("a/b\\c:d*e?f\"g<h>i|").replaceAll("_"));
    }
}
