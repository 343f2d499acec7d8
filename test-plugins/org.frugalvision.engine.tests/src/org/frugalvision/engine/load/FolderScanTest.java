// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The image files below a folder. */
public final class FolderScanTest {

    private static final Labelling PARENT = new Labelling.Folder(-1);

    private static final Labelling NONE = new Labelling.None();

    /** The folder. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void findsFilesInNaturalOrderWithTheirLabels() throws Exception {
        write("dog/10.png", "dog/9.png", "cat/1.PNG", "top.png");

        final var scan = scan(List.of("*.png"));

        assertEquals(List.of("cat/1.PNG", "dog/9.png", "dog/10.png", "top.png"), ids(scan));
        assertEquals(List.of(Optional.of("cat"), Optional.of("dog"), Optional.of("dog"), Optional.empty()),
            scan.files().stream().map(FoundFile::label).toList());
        assertEquals(9, scan.files().get(0).bytes());
        assertEquals(List.of(), scan.rejected());
        assertEquals(0, scan.leftOut().files());
    }

    @Test
    public void takesGroupsFromThePath() throws Exception {
        write("site1/cat/1.png", "site2/cat/2.png", "3.png");

        final var scan = FolderScan.of(root(),
            new ScanSettings(List.of("*"), List.of(), PARENT, new Labelling.Folder(1), 0, 0),
            RunControl.none());

        assertEquals(List.of(Optional.empty(), Optional.of("site1"), Optional.of("site2")),
            scan.files().stream().map(FoundFile::group).toList());
    }

    @Test
    public void leavesOutAndCountsWhatDoesNotMatch() throws Exception {
        write("train/cat/1.png", "train/cat/notes.txt", "test/cat/2.png", "train/cat/.3.png", ".git/4.png");

        final var scan = FolderScan.of(root(),
            new ScanSettings(List.of("train/**", "*.jpg"), List.of("*.txt"), PARENT, NONE, 0, 0), RunControl.none());

        assertEquals(List.of("train/cat/1.png"), ids(scan));
        assertEquals(3, scan.leftOut().files());
    }

    @Test
    public void leavesFoldersOfSystemsOutAndTellsThem() throws Exception {
        write("cat/1.png", "cat/@eaDir/1.png/THUMB.png", "dog/@EADIR/2.png", "$RECYCLE.BIN/3.png",
            "System Volume Information/4.png", "lost+found/5.png", "__MACOSX/6.png", "dog/Thumbs.db",
            ".hidden/@eaDir/7.png");

        final var scan = scan(List.of("*"));

        assertEquals(List.of("cat/1.png"), ids(scan));
        assertEquals(7, scan.leftOut().system());
        assertEquals(List.of(), scan.rejected());
        assertEquals(Optional.of(
            "Left out 7 folders or files of the operating system, the first is \"$RECYCLE.BIN\"."),
            scan.leftOut().warning());
    }

    /** As macOS names folders, and as others do. */
    @Test
    public void takesNamesThatLookTheSameForOneClass() throws Exception {
        write("a/cafe\u0301/1.png", "b/caf\u00e9/2.png", "c/caf\u00e9 /3.png");

        assertEquals(List.of(Optional.of("caf\u00e9"), Optional.of("caf\u00e9"), Optional.of("caf\u00e9")),
            scan(List.of("*")).files().stream().map(FoundFile::label).toList());
    }

    @Test
    public void rejectsEmptyFiles() throws Exception {
        write("cat/1.png");
        Files.createFile(root().resolve("cat/2.png"));

        assertEquals(List.of(new Rejection("cat/2.png", "the file is empty", 0)), scan(List.of("*")).rejected());
    }

    @Test
    public void followsLinksButNoLoops() throws Exception {
        write("real/1.png");
        Files.createSymbolicLink(root().resolve("linked"), root().resolve("real"));
        Files.createSymbolicLink(root().resolve("real").resolve("back"), root());

        final var scan = scan(List.of("*"));

        assertEquals(List.of("linked/1.png", "real/1.png"), ids(scan));
        assertEquals(List.of(new Rejection("linked/back", "the link leads back to a folder above it", 0),
            new Rejection("real/back", "the link leads back to a folder above it", 0)), scan.rejected());
    }

    @Test
    public void rejectsALinkToNothing() throws Exception {
        Files.createSymbolicLink(root().resolve("1.png"), root().resolve("gone.png"));

        final var rejected = scan(List.of("*")).rejected();

        assertEquals(List.of(new Rejection("1.png", "it is no ordinary file", 0)), rejected);
    }

    @Test
    public void keepsARandomFewOfEveryClass() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("cat/" + i + ".png", "dog/" + i + ".png");
        }
        write("bird/0.png", "top.png");

        final var first = limited(3, 1);

        assertEquals(8, first.files().size());
        assertEquals(34, first.leftOut().files());
        assertEquals(3, first.files().stream().filter(file -> file.label().equals(Optional.of("cat"))).count());
        assertEquals(ids(first).stream().sorted(NaturalOrder.INSTANCE).toList(), ids(first));
        assertEquals(ids(first), ids(limited(3, 1)));
        assertEquals(20, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).stream().flatMap(seed -> ids(limited(3, seed)).stream())
            .filter(id -> id.startsWith("cat/")).distinct().count(), 5);
    }

    @Test
    public void whatIsKeptOfOneClassDoesNotDependOnOthers() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("cat/" + i + ".png");
        }
        final var alone = ids(limited(3, 1));
        write("ant/0.png", "ant/1.png", "ant/2.png", "ant/3.png");

        assertEquals(alone, ids(limited(3, 1)).stream().filter(id -> id.startsWith("cat/")).toList());
    }

    @Test
    public void endsAtOnceWhenCanceled() throws Exception {
        write("1.png", "2.png");
        final var run = new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
                throw new AssertionError("went on");
            }

            @Override
            public void checkCanceled() throws CanceledException {
                throw new CanceledException();
            }
        };

        assertThrows(CanceledException.class, () -> FolderScan.of(root(), settings(List.of("*"), 0, 0), run));
    }

    @Test
    public void refusesWhatIsNoFolder() throws Exception {
        write("1.png");
        final var missing = root().resolve("none");
        final var file = root().resolve("1.png");

        assertEquals("Folder \"" + missing + "\": there is no such folder.", assertThrows(DataException.class,
            () -> FolderScan.of(missing, settings(List.of("*"), 0, 0), RunControl.none())).getMessage());
        assertEquals("Folder \"" + file + "\": this is a file, not a folder.", assertThrows(DataException.class,
            () -> FolderScan.of(file, settings(List.of("*"), 0, 0), RunControl.none())).getMessage());
    }

    @Test
    public void refusesImpossibleSettings() {
        assertEquals("\"Include\" must have at least one pattern, but is \"\".",
            assertThrows(SettingsException.class, () -> settings(List.of(), 0, 0)).getMessage());
        assertEquals("\"Limit per class\" must be at least 0, but is -1.",
            assertThrows(SettingsException.class, () -> settings(List.of("*"), -1, 0)).getMessage());
        assertEquals("\"Include\" must hold readable patterns (Missing ']), but is \"*.[png\".",
            assertThrows(SettingsException.class, () -> settings(List.of("*.[png"), 0, 0)).getMessage());
    }

    private FolderScan limited(final int limit, final long seed) {
        try {
            return FolderScan.of(root(), settings(List.of("*.png"), limit, seed), RunControl.none());
        } catch (final CanceledException e) {
            throw new AssertionError(e);
        }
    }

    private FolderScan scan(final List<String> include) throws CanceledException {
        return FolderScan.of(root(), settings(include, 0, 0), RunControl.none());
    }

    private static ScanSettings settings(final List<String> include, final int limit, final long seed) {
        return new ScanSettings(include, List.of(), PARENT, NONE, limit, seed);
    }

    private static List<String> ids(final FolderScan scan) {
        return scan.files().stream().map(FoundFile::id).toList();
    }

    private Path root() {
        return m_folder.getRoot().toPath();
    }

    private void write(final String... ids) throws IOException {
        for (final var id : ids) {
            final var file = root().resolve(id);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "no image!");
        }
    }
}
