// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
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
            "a/3.png: the archive is damaged from here on (Truncated TAR archive)"), m_heard);
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

        assertEquals("File \"" + text + "\": this is no zip or tar archive; a tar archive may be packed with "
            + "gzip, bzip2 or xz.",
            assertThrows(DataException.class, () -> load(text)).getMessage());
        assertEquals("File \"" + missing + "\": the archive cannot be read: there is no \"" + missing + "\".",
            assertThrows(DataException.class, () -> load(missing)).getMessage());
        assertTrue(assertThrows(DataException.class, () -> load(broken)).getMessage()
            .startsWith("File \"" + broken + "\": the archive cannot be read: "));
    }

    /** Who chooses a wrong file need not hear of its settings. */
    @Test
    public void tellsWhatOtherPackingsAre() throws Exception {
        final var rar = write("a.zip", "Rar!\u001a\u0007".getBytes(StandardCharsets.ISO_8859_1));
        final var packedText = write("b.tar.gz", gzip("hello".getBytes(StandardCharsets.US_ASCII)));

        assertEquals("File \"" + rar + "\": this is no zip or tar archive, but a RAR archive; a tar archive may be "
            + "packed with gzip, bzip2 or xz.",
            assertThrows(DataException.class, () -> load(rar, 5)).getMessage());
        assertEquals("File \"" + packedText + "\": this is no zip or tar archive, but a gzip file; a tar archive may "
            + "be packed with gzip, bzip2 or xz.",
            assertThrows(DataException.class, () -> load(packedText)).getMessage());
    }

    @Test
    public void readsTarPackedWithBzip2AndXz() throws Exception {
        load(file("two.tar.bz2"));
        load(file("two.tar.xz"));

        assertEquals(List.of("dog/1.png dog", "cat/2.png cat", "dog/1.png dog", "cat/2.png cat"), m_heard);
    }

    /** Of the time before there was a mark in the header. */
    @Test
    public void readsTarOfUnixVersion7() throws Exception {
        final var tar = new ByteArrayOutputStream();
        writeEntry(tar, "a/1.png", '\0', PNG, "", "");
        tar.writeBytes(new byte[1024]);

        load(write("v7.tar", tar.toByteArray()));

        assertEquals(List.of("a/1.png a"), m_heard);
    }

    @Test
    public void readsHardLinksAndRejectsWhatIsNoFile() throws Exception {
        final var tar = new ByteArrayOutputStream();
        writeEntry(tar, "a/", '5', new byte[0], "", "ustar\00000");
        writeEntry(tar, "a/1.png", '0', PNG, "", "ustar\00000");
        writeEntry(tar, "b/2.png", '1', new byte[0], "a/1.png", "ustar\00000");
        writeEntry(tar, "b/3.png", '1', new byte[0], "./b/2.png", "ustar\00000");
        writeEntry(tar, "b/4.png", '2', new byte[0], "../a/1.png", "ustar\00000");
        writeEntry(tar, "b/5.png", '1', new byte[0], "none.png", "ustar\00000");
        writeEntry(tar, "b/6.png", '6', new byte[0], "", "ustar\00000");
        writeEntry(tar, "b/7.png", '0', PNG, "", "ustar\00000");
        tar.writeBytes(new byte[1024]);

        load(write("a.tar", tar.toByteArray()));

        assertEquals(List.of("a/1.png a", "b/4.png: it is a symbolic link, which is not followed in an archive",
            "b/6.png: it is no ordinary file", "b/7.png b", "b/2.png b", "b/3.png b",
            "b/5.png: it is a link to \"none.png\", which is no readable file of the archive"), m_heard);
    }

    @Test
    public void rejectsLinksThatLeadInACircle() throws Exception {
        final var tar = new ByteArrayOutputStream();
        writeEntry(tar, "a/1.png", '1', new byte[0], "a/2.png", "ustar\00000");
        writeEntry(tar, "a/2.png", '1', new byte[0], "a/1.png", "ustar\00000");
        tar.writeBytes(new byte[1024]);

        load(write("a.tar", tar.toByteArray()));

        assertEquals(List.of("a/1.png: it is a link to \"a/2.png\", which is no readable file of the archive",
            "a/2.png: it is a link to \"a/1.png\", which is no readable file of the archive"), m_heard);
    }

    @Test
    public void takesAllWaysToWriteAPath() throws Exception {
        load(zip("/a//1.png", "./b/./2.png", "c\\3.png", "d\\", "e/../f/4.png"));

        assertEquals(List.of("b/2.png b", "a/1.png a", "c/3.png c", "f/4.png f"), m_heard);
    }

    @Test
    public void rejectsPathsThatLeadOut() throws Exception {
        load(zip("../a/1.png", "b/../../2.png", "c/3.png"));

        assertEquals(List.of("../a/1.png: its path leads to a folder above the archive",
            "b/../../2.png: its path leads to a folder above the archive", "c/3.png c"), m_heard);
    }

    @Test
    public void readsTwoEntriesOfOneName() throws Exception {
        final var archive = zip("a/1.png", "a/2.png");
        final var bytes = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1).replace("a/2.png",
            "a/1.png").getBytes(StandardCharsets.ISO_8859_1);

        load(write("b.zip", bytes));

        assertEquals(List.of("a/1.png a", "a/1.png a"), m_heard);
    }

    @Test
    public void readsNamesWhoseEncodingNobodyTells() throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("IBM437"))) {
            for (final var name : List.of("\u00fc/1.png", "\u00e9/1.png")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PNG);
                zip.closeEntry();
            }
        }

        load(write("a.zip", bytes.toByteArray()));

        assertEquals(List.of("\u00e9/1.png \u00e9", "\u00fc/1.png \u00fc"), m_heard);
    }

    @Test
    public void readsNamesOfOldTarArchives() throws Exception {
        final var tar = new ByteArrayOutputStream();
        writeEntry(tar, "caf\u00e9/1.png", '0', PNG, "", "ustar\00000");
        writeEntry(tar, "caf\u00c3\u00a9/2.png", '0', PNG, "", "ustar\00000");
        tar.writeBytes(new byte[1024]);

        load(write("a.tar", tar.toByteArray()));

        assertEquals(List.of("caf\u00e9/1.png caf\u00e9", "caf\u00e9/2.png caf\u00e9"), m_heard);
    }

    /** One entry that cannot be read does no harm to the others. */
    @Test
    public void rejectsEncryptedEntriesAndUnknownMethods() throws Exception {
        final var archive = Files.readAllBytes(zip("a/1.png", "a/2.png", "a/3.png"));
        final var directory = new String(archive, StandardCharsets.ISO_8859_1);
        final int first = directory.indexOf("PK\u0001\u0002");
        archive[first + 8] |= 1;
        archive[directory.indexOf("PK\u0001\u0002", first + 1) + 10] = 97;

        load(write("b.zip", archive));

        assertEquals(List.of("a/1.png: it is encrypted",
            "a/2.png: it is packed with method 97 (WAVPACK), which is not read", "a/3.png a"), m_heard);
    }

    @Test
    public void leavesFoldersOfSystemsOut() throws Exception {
        final var leftOut =
            load(zip("a/1.png", "__MACOSX/a/1.png", "a/@eaDir/1.png/T.png", "a/@eaDir/2.png/T.png"), 0);

        assertEquals(List.of("a/1.png a"), m_heard);
        assertEquals(Optional.of("Left out 2 folders or files of the operating system, the first is \"__MACOSX\"."),
            leftOut.warning());
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
        return load(archive, 0).files();
    }

    private LeftOut load(final Path archive, final int limit) throws CanceledException {
        return load(archive, limit, RunControl.none());
    }

    private LeftOut load(final Path archive, final int limit, final RunControl run) throws CanceledException {
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
                writeEntry(bytes, "././@LongLink", 'L', longName, "", "ustar\00000");
            }
            writeEntry(bytes, name.substring(0, Math.min(100, name.length())), '0', content(name),
                "", "ustar\00000");
        }
        bytes.writeBytes(new byte[1024]);
        return bytes.toByteArray();
    }

    private static void writeEntry(final ByteArrayOutputStream tar, final String name, final char type,
        final byte[] content, final String link, final String mark) {
        final var header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, "%011o\0".formatted(content.length));
        put(header, 148, "        ");
        header[156] = (byte)type;
        put(header, 157, link);
        put(header, 257, mark);
        int sum = 0;
        for (final byte value : header) {
            sum += value & 0xFF;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        tar.writeBytes(header);
        tar.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
    }

    private static void put(final byte[] header, final int at, final String text) {
        final var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static byte[] gzip(final byte[] content) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private Path file(final String name) throws IOException {
        try (var in = getClass().getResourceAsStream("files/" + name)) {
            return write(name, in.readAllBytes());
        }
    }

    private Path write(final String name, final byte[] content) throws IOException {
        return Files.write(m_folder.getRoot().toPath().resolve(name), content);
    }
}
