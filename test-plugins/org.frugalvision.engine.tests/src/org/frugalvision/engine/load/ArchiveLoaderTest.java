// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Images in archives. */
public final class ArchiveLoaderTest {

    private static final byte[] PNG = PngImages.encode(new ImageShape(1, 2, 3), new byte[6]);

    /** The archives. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private final List<String> m_heard = new ArrayList<>();

    @Test
    public void readsZipInNaturalOrder() throws Exception {
        final var archive =
            zip("dog/10.png", "dog/9.png", "cat/1.png", "cat/notes.txt", "__MACOSX/.x.png", "cat/bad.png");

        assertEquals(2, load(archive));

        assertEquals(List.of("cat/1.png cat", "cat/bad.png: it is no PNG, JPEG, GIF, BMP, TIFF or WebP image",
            "dog/9.png dog",
            "dog/10.png dog"), m_heard);
    }

    @Test
    public void readsPackedAndPlainTarInItsOrder() throws Exception {
        final var longName = "cat/" + "x".repeat(120) + ".png";
        final var tar = tar("dog/10.png", "./dog/9.png", longName, "cat/notes.txt");

        assertEquals(1, load(write("a.tar", tar)));
        assertEquals(List.of("dog/10.png dog", "dog/9.png dog", longName + " cat"), m_heard);
        m_heard.clear();
        assertEquals(1, load(write("a.tgz", gzip(tar))));
        assertEquals(List.of("dog/10.png dog", "dog/9.png dog", longName + " cat"), m_heard);
    }

    @Test
    public void readsWhatStandsBeforeTheEndOfACutArchive() throws Exception {
        final var tar = tar("a/1.png", "a/2.png", "a/3.png");

        load(write("a.tar", Arrays.copyOf(tar, 2 * 1024 + 530)));

        assertEquals(List.of("a/1.png a", "a/2.png a",
            "a/3.png: the archive is damaged from here on (the archive ends in the middle of it)"), m_heard);
    }

    /** Never more than one complaint, never a crash: cut off or with flipped bytes wherever. */
    @Test
    public void givesImagesOrReasonsForDamagedArchives() throws Exception {
        final var packed = gzip(tar("a/1.png", "a/2.png", "a/3.png"));
        for (int length = 0; length < packed.length; length += 7) {
            final var cut = write("a.tgz", Arrays.copyOf(packed, length));
            m_heard.clear();
            try {
                load(cut);
                final long rejected = m_heard.stream().filter(heard -> heard.contains(": ")).count();
                assertTrue("cut at " + length, rejected <= 1 && m_heard.size() - rejected <= 3);
                assertTrue("cut at " + length, rejected == 1 || m_heard.size() == 3);
            } catch (final DataException e) {
                assertTrue(e.getMessage(), e.getMessage().startsWith("File \"" + cut + "\": "));
            }
        }
    }

    @Test
    public void rejectsAnEntryThatCannotBeUnpacked() throws Exception {
        final var archive = zip("a/1.png", "a/2.png");
        final var bytes = Files.readAllBytes(archive);
        bytes[30 + "a/1.png".length() + 5] ^= 0x55;

        load(write("b.zip", bytes));

        assertEquals(2, m_heard.size());
        assertTrue(m_heard.get(0), m_heard.get(0).startsWith("a/1.png: it cannot be unpacked ("));
        assertEquals("a/2.png a", m_heard.get(1));
    }

    /** Such names no folder can have. */
    @Test
    public void readsFilesWithImpossibleNames() throws Exception {
        load(zip("a/\0.png", "a/x:y?.png"));

        assertEquals(List.of("a/\0.png a", "a/x:y?.png a"), m_heard);
    }

    @Test
    public void refusesWhatIsNoArchive() throws Exception {
        final var text = write("text.zip", "hello".getBytes(StandardCharsets.US_ASCII));
        final var missing = m_folder.getRoot().toPath().resolve("none.zip");
        final var broken = write("c.zip", Arrays.copyOf(Files.readAllBytes(zip("a/1.png")), 60));

        assertEquals("File \"" + text + "\": this is no zip, tar or tar.gz archive.",
            assertThrows(DataException.class, () -> load(text)).getMessage());
        assertEquals("File \"" + missing + "\": the archive cannot be read (java.nio.file.NoSuchFileException: "
            + missing + ").", assertThrows(DataException.class, () -> load(missing)).getMessage());
        assertTrue(assertThrows(DataException.class, () -> load(broken)).getMessage()
            .startsWith("File \"" + broken + "\": the archive cannot be read ("));
    }

    @Test
    public void refusesALimitPerClass() throws Exception {
        final var archive = zip("a/1.png");

        assertEquals("\"Limit per class\" must be 0 for an archive, but is 5.",
            assertThrows(SettingsException.class, () -> load(archive, 5)).getMessage());
    }

    @Test
    public void tellsHowFarATarArchiveIsRead() throws Exception {
        final var archive = write("a.tar", tar("a/1.png", "a/bad.png", "b/3.png"));
        final var reported = new ArrayList<String>();

        load(archive, 0, new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
                assertTrue(message, fraction > 0 && fraction <= 1);
                reported.add(message);
            }

            @Override
            public void checkCanceled() {
                // nobody cancels
            }
        });

        assertEquals(List.of("1 file, 0 rejected", "2 files, 0 rejected", "3 files, 0 rejected"), reported);
    }

    private long load(final Path archive) throws CanceledException {
        return load(archive, 0);
    }

    private long load(final Path archive, final int limit) throws CanceledException {
        return load(archive, limit, RunControl.none());
    }

    private long load(final Path archive, final int limit, final RunControl run) throws CanceledException {
        final var scan = new ScanSettings(List.of("*.png"), List.of(), new Labelling.Folder(-1),
            new Labelling.None(), limit, 0);
        final var decode = new DecodeSettings(Colours.KEEP, Optional.empty(), 0, 1000);
        return ArchiveLoader.load(archive, scan, decode, 2, new ImageSink<LoadedImage>() {

            @Override
            public LoadedImage prepare(final LoadedImage image) {
                return image;
            }

            @Override
            public void image(final FoundFile file, final LoadedImage image) {
                assertEquals(archive, file.file());
                assertEquals(new ImageShape(1, 2, 3), image.original());
                m_heard.add(file.id() + " " + file.label().orElseThrow());
            }

            @Override
            public void rejected(final Rejection rejection) {
                m_heard.add(rejection.id() + ": " + rejection.reason());
            }
        }, run);
    }

    private static byte[] content(final String name) {
        return name.contains("bad") ? new byte[]{1, 2, 3} : PNG;
    }

    private Path zip(final String... names) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (final var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content(name));
                zip.closeEntry();
            }
        }
        return write("a.zip", bytes.toByteArray());
    }

    private static byte[] tar(final String... names) {
        final var bytes = new ByteArrayOutputStream();
        for (final var name : names) {
            if (name.length() > 100) {
                final var longName = name.getBytes(StandardCharsets.UTF_8);
                writeEntry(bytes, "././@LongLink", 'L', longName);
            }
            writeEntry(bytes, name.substring(0, Math.min(100, name.length())), '0', content(name));
        }
        bytes.writeBytes(new byte[1024]);
        return bytes.toByteArray();
    }

    private static void writeEntry(final ByteArrayOutputStream tar, final String name, final char type,
        final byte[] content) {
        final var header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, "%011o\0".formatted(content.length));
        put(header, 148, "        ");
        header[156] = (byte)type;
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (final byte value : header) {
            sum += value & 0xFF;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        tar.writeBytes(header);
        tar.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
    }

    private static void put(final byte[] header, final int at, final String text) {
        final var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static byte[] gzip(final byte[] content) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private Path write(final String name, final byte[] content) throws IOException {
        return Files.write(m_folder.getRoot().toPath().resolve(name), content);
    }
}
