// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Lists of image files. */
public final class ManifestTest {

    private static final ManifestSettings SETTINGS = new ManifestSettings(",", "path", "label", "");

    private static final ScanSettings ALL =
        new ScanSettings(List.of("*"), List.of(), new Labelling.None(), new Labelling.None(), 0, 0);

    /** The files. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    /** Two files. */
    @Before
    public void writeFiles() throws IOException {
        Files.createDirectories(root().resolve("sub"));
        Files.writeString(root().resolve("sub/a.png"), "12345");
        Files.writeString(root().resolve("b, \"x\".png"), "1");
    }

    @Test
    public void readsFilesLabelsAndFurtherColumnsInOrder() throws Exception {
        final var manifest = read("""
            camera,path,label,night
            c1,"b, ""x"".png",cat,yes
            c2,sub\\a.png,,no
            """, SETTINGS);

        assertEquals(List.of(
            new FoundFile("b, \"x\".png", root().resolve("b, \"x\".png"), Optional.of("cat"), Optional.empty(), 1),
            new FoundFile("sub/a.png", root().resolve("sub/a.png"), Optional.empty(), Optional.empty(), 5)),
            manifest.files());
        assertEquals(List.of("camera", "night"), manifest.columns());
        assertEquals(List.of("c2", "no"), manifest.values().get("sub/a.png"));
        assertEquals(List.of(), manifest.rejected());
    }

    @Test
    public void readsGroupsFromAColumn() throws Exception {
        final var manifest = read("animal,path,label,night\nrex, sub/a.png,dog,yes\n ,\"b, \"\"x\"\".png\",dog,no\n",
            new ManifestSettings(",", "path", "label", "animal"));

        assertEquals(List.of(Optional.of("rex"), Optional.empty()),
            manifest.files().stream().map(FoundFile::group).toList());
        assertEquals(List.of("night"), manifest.columns());
    }

    @Test
    public void takesLabelsAndGroupsFromPathsWhereThereAreNoColumns() throws Exception {
        final var manifest = read("path\nsub/a.png\n", new ManifestSettings(",", "path", "", ""), new ScanSettings(
            List.of("*"), List.of(), new Labelling.Folder(-1),
            new Labelling.Expression("(?<label>a)", "Regular expression"), 0, 0));

        assertEquals(Optional.of("sub"), manifest.files().get(0).label());
        assertEquals(Optional.of("a"), manifest.files().get(0).group());
    }

    @Test
    public void choosesAmongTheFilesOfTheList() throws Exception {
        for (int i = 0; i < 9; i++) {
            Files.writeString(root().resolve(i + ".jpg"), "x");
        }
        final var list = "path,label\n" + IntStream.range(0, 9).mapToObj(i -> i + ".jpg,c\n")
            .collect(Collectors.joining()) + "sub/a.png,c\n";
        final var scan = new ScanSettings(List.of("*.jpg"), List.of("0*"), new Labelling.None(), new Labelling.None(),
            3, 5);

        final var manifest = read(list, SETTINGS, scan);

        assertEquals(3, manifest.files().size());
        assertEquals(7, manifest.leftOut().files());
        assertEquals(manifest.files(), read(list, SETTINGS, scan).files());
    }

    @Test
    public void readsOtherSeparatorsLineEndsAndAMark() throws Exception {
        final var manifest =
            read("\uFEFFpath;x\r\n\r\nsub/a.png;\"a; \"\"b\"\"\"\r\n", new ManifestSettings(";", "path", "", ""));

        assertEquals(List.of("a; \"b\""), manifest.values().get("sub/a.png"));
    }

    @Test
    public void readsLinesThatEndLikeThoseOfOldMacs() throws Exception {
        final var manifest = read("path,label\rsub/a.png,cat\r\"b, \"\"x\"\".png\",dog\r", SETTINGS);

        assertEquals(List.of("sub/a.png", "b, \"x\".png"), manifest.files().stream().map(FoundFile::id).toList());
    }

    @Test
    public void readsTabulators() throws Exception {
        final var manifest = read("path\tlabel\nsub/a.png\tcat\n", new ManifestSettings("\\t", "path", "label", ""));

        assertEquals(Optional.of("cat"), manifest.files().get(0).label());
    }

    @Test
    public void readsUnicodeTextOfExcel() throws Exception {
        for (final var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            final var csv = Files.write(root().resolve("list.csv"),
                "\uFEFFpath\tlabel\r\nsub/a.png\tcaf\u00e9\r\n".getBytes(charset));

            final var manifest = Manifest.read(csv, new ManifestSettings("\t", "path", "label", ""), ALL, root(),
                RunControl.none());

            assertEquals(Optional.of("caf\u00e9"), manifest.files().get(0).label());
        }
    }

    @Test
    public void takesTheSeparatorThatALineOfExcelNames() throws Exception {
        final var manifest = read("sep=;\npath;label\nsub/a.png;cat\nnone.png\n", SETTINGS);

        assertEquals(Optional.of("cat"), manifest.files().get(0).label());
        assertEquals(List.of("line 4 has 1 field, but the first line names 2"),
            manifest.rejected().stream().map(Rejection::reason).toList());
    }

    @Test
    public void ignoresBlanksAroundNamesAndFields() throws Exception {
        final var manifest = read(" path , label\u00A0\n sub/a.png , \"cat \"\n", SETTINGS);

        assertEquals("sub/a.png", manifest.files().get(0).id());
        assertEquals(Optional.of("cat"), manifest.files().get(0).label());
    }

    @Test
    public void composesTheCharactersOfLabels() throws Exception {
        assertEquals(Optional.of("caf\u00e9"),
            read("path,label\nsub/a.png,cafe\u0301\n", SETTINGS).files().get(0).label());
    }

    /** A quote swallows nothing but its own line, wherever it stands. */
    @Test
    public void givesAnImageOrARejectionForEveryLine() throws Exception {
        final var lines = List.of("sub/a.png,cat", "\"sub/a.png,cat", "\"x\"y.png,cat", "5\" disc.png,cat",
            "\"two", "lines\",cat", "sub/a.png,\"", "\"\"\"\",\"\"", "sub/a.png", ",", "\"b, \"\"x\"\".png\",dog");

        final var manifest = read("path,label\n\n" + String.join("\n\n", lines) + "\n", SETTINGS);

        assertEquals(List.of("sub/a.png", "b, \"x\".png"), manifest.files().stream().map(FoundFile::id).toList());
        assertEquals(lines.size(), manifest.files().size() + manifest.rejected().size());
        assertEquals(List.of(new Rejection("line 5", "line 5 has a quote without its partner; a record is one line", 0),
            new Rejection("line 7", "line 7 has a quote without its partner; a record is one line", 0),
            new Rejection("5\" disc.png", "there is no such file", 0),
            new Rejection("line 11", "line 11 has a quote without its partner; a record is one line", 0),
            new Rejection("lines\"", "there is no such file", 0),
            new Rejection("line 15", "line 15 has a quote without its partner; a record is one line", 0),
            new Rejection("\"", "there is no such file", 0),
            new Rejection("sub/a.png", "line 19 has 1 field, but the first line names 2", 0),
            new Rejection("line 21", "there is no such file", 0)), manifest.rejected());
    }

    @Test
    public void takesAllWaysToWriteAPathForOneFile() throws Exception {
        final var manifest = read("path,label\n./sub//a.png,cat\nsub/../sub/a.png,dog\nsub\\a.png,dog\n"
            + root().resolve("sub/a.png") + ",dog\n", SETTINGS);

        assertEquals(List.of("sub/a.png"), manifest.files().stream().map(FoundFile::id).toList());
        assertEquals(List.of("line 3 names a file of an earlier line", "line 4 names a file of an earlier line",
            "line 5 names a file of an earlier line"),
            manifest.rejected().stream().map(Rejection::reason).toList());
    }

    @Test
    public void rejectsLinesThatNameNoUsableFile() throws Exception {
        final var manifest = read("""
            path,label
            sub/a.png,cat
            none.png,cat
            sub/a.png,dog
            sub,cat
            sub/a.png
            ,cat
            """, SETTINGS);

        assertEquals(1, manifest.files().size());
        assertEquals(List.of(new Rejection("none.png", "there is no such file", 0),
            new Rejection("sub/a.png", "line 4 names a file of an earlier line", 0),
            new Rejection("sub", "there is no such file", 0),
            new Rejection("sub/a.png", "line 6 has 1 field, but the first line names 2", 0),
            new Rejection("line 7", "there is no such file", 0)), manifest.rejected());
    }

    @Test
    public void refusesAManifestWithoutTheColumns() throws Exception {
        final var csv = root().resolve("list.csv");

        assertEquals("File \"" + csv + "\": there is no column \"path\", its columns are \"file;label\".",
            assertThrows(DataException.class, () -> read("file;label\n", SETTINGS)).getMessage());
        assertEquals("File \"" + csv + "\": there are several columns \"label\".",
            assertThrows(DataException.class, () -> read("path,label,label\n", SETTINGS)).getMessage());
        assertEquals("File \"" + csv + "\": line 2 should name the columns, but has a quote without its partner.",
            assertThrows(DataException.class, () -> read("\n\"path,label\n", SETTINGS)).getMessage());
        assertEquals("File \"" + csv + "\": the file is empty.",
            assertThrows(DataException.class, () -> read("\n\n", SETTINGS)).getMessage());
    }

    @Test
    public void refusesAFileThatIsNoText() throws Exception {
        final var csv = Files.write(root().resolve("list.csv"), new byte[]{'a', (byte)0xFF, (byte)0xFE});

        assertEquals("File \"" + csv + "\": the file is no text in UTF-8.", assertThrows(DataException.class,
            () -> Manifest.read(csv, SETTINGS, ALL, root(), RunControl.none())).getMessage());
    }

    @Test
    public void refusesImpossibleSettings() {
        assertEquals("\"Separator\" must be one character, no blank, quote or line end, but is \"::\".",
            assertThrows(SettingsException.class, () -> new ManifestSettings("::", "path", "", "")).getMessage());
        assertEquals("\"Path column\" must be the name of a column, but is \"\".",
            assertThrows(SettingsException.class, () -> new ManifestSettings(",", "", "", "")).getMessage());
    }

    private Manifest read(final String text, final ManifestSettings settings) throws IOException, CanceledException {
        return read(text, settings, ALL);
    }

    private Manifest read(final String text, final ManifestSettings settings, final ScanSettings scan)
        throws IOException, CanceledException {
        return Manifest.read(Files.writeString(root().resolve("list.csv"), text), settings, scan, root(),
            RunControl.none());
    }

    private Path root() {
        return m_folder.getRoot().toPath();
    }
}
