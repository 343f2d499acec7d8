// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** HDF5 files that h5py wrote; see exchange/keras/make_fixtures.py. */
public final class Hdf5FileTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private Hdf5File m_file;

    private Hdf5Group m_root;

    @Before
    public void open() throws IOException {
        m_file = Hdf5File.open(file(bytes()));
        m_root = m_file.root();
    }

    @After
    public void close() throws IOException {
        m_file.close();
    }

    @Test
    public void readsTextsOfEveryKind() throws IOException {
        assertEquals(List.of("a text \u732b"), m_root.texts("long"));
        assertEquals(List.of("bytes"), m_root.texts("short"));
        assertEquals(List.of("one", "three"), m_root.texts("several"));
        assertEquals(List.of(), m_root.texts("none"));
        assertMessage("\"number\" in the file is no text", () -> m_root.texts("number"));
    }

    @Test
    public void readsNumbersOfEveryKind() throws IOException {
        final Hdf5Dataset big = m_root.dataset("a/b/big");

        assertEquals(List.of(2, 2), big.sizes());
        assertArrayEquals(new float[]{1, 2.5f, -3, 4}, big.values(), 0);
        assertArrayEquals(new float[]{0.5f, -1}, m_root.group("a").dataset("b/little").values(), 0);
    }

    @Test
    public void neverFollowsLinks() throws IOException {
        assertFalse(m_root.group("a/b").has("link"));
        assertMessage("the file lacks \"elsewhere\" in \"b\"", () -> m_root.dataset("a/b/elsewhere"));
    }

    @Test
    public void namesWhatIsNotRead() {
        assertMessage("\"a/b/whole\" in the file holds no numbers of 32 or 64 bits",
            () -> m_root.dataset("a/b/whole").values());
        assertMessage("\"a/b/chunks\" in the file is stored in chunks, which are not read",
            () -> m_root.dataset("a/b/chunks").values());
        assertMessage("the file keeps large groups in a form that is not read", () -> m_root.group("many"));
        assertMessage("\"a/b\" in the file is no array", () -> m_root.dataset("a/b"));
    }

    @Test
    public void refusesOtherFiles() throws IOException {
        assertFalse(Hdf5File.begins(new byte[20]));
        assertTrue(Hdf5File.begins(bytes()));
        final byte[] later = bytes();
        later[8] = 9;
        assertRoot("the file has HDF5 version 9, which is not read", later);
        final byte[] small = bytes();
        small[9] = 4;
        assertRoot("the file has addresses of another size than 8 bytes, which are not read", small);
        assertRoot("the file is damaged (a part of it is too short)", new byte[10]);
    }

    @Test
    public void endsWhereAGroupHoldsItself() throws IOException {
        // a tree of groups whose only child is itself
        final byte[] loop = new byte[256];
        final ByteBuffer file = ByteBuffer.wrap(loop).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[]{(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 0, 8, 8});
        file.putLong(64, 96);
        file.put(96, (byte)1).putInt(104, 32);
        file.putShort(112, (short)16).putShort(114, (short)16).putLong(120, 112).putLong(128, 32);

        assertRoot("the file is damaged (its parts refer to each other endlessly)", loop);
    }

    private void assertRoot(final String message, final byte[] content) throws IOException {
        try (Hdf5File file = Hdf5File.open(file(content))) {
            assertMessage(message, file::root);
        }
    }

    private static void assertMessage(final String message, final ThrowingRunnable run) {
        assertEquals(message, assertThrows(message, Hdf5Exception.class, run).getMessage());
    }

    private Path file(final byte[] content) throws IOException {
        return Files.write(m_folder.newFile().toPath(), content);
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = Hdf5FileTest.class.getResourceAsStream("../exchange/keras/newest.h5")) {
            return in.readAllBytes();
        }
    }
}
