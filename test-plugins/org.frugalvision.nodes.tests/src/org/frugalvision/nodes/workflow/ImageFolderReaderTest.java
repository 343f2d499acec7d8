// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Folders of good and broken files. */
public class ImageFolderReaderTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private Path m_images;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_images = Files.createDirectories(m_workflow.folder().resolve("data/images"));
    }

    @Test
    public void readsEveryFileIntoOneOfBothTables() throws Exception {
        image("cat/a10.png", 4, 6);
        image("cat/a2.bmp", 5, 5);
        image("dog/b.jpg", 8, 8);
        image("c.gif", 3, 3);
        image("dog/.hidden.png", 3, 3);
        Files.writeString(m_images.resolve("dog/list.png"), "no image");
        Files.write(m_images.resolve("cat/empty.png"), new byte[0]);
        final int reader = reader(model -> {
        });
        final Path rows = probe(reader, 1);
        final Path rejected = probe(reader, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals("id\timage\tlabel\tpath\twidth\theight\tchannels\tbytes", line(rows, 0));
        assertEquals(List.of("c.gif", "cat/a2.bmp", "cat/a10.png", "dog/b.jpg"), column(rows, 0));
        assertEquals(List.of("?", "cat", "cat", "dog"), column(rows, 2));
        assertEquals(m_images.resolve("c.gif").toString(), column(rows, 3).get(0));
        assertEquals(List.of("3", "5", "4", "8"), column(rows, 4));
        assertEquals(List.of("3", "5", "6", "8"), column(rows, 5));
        assertEquals(Long.toString(Files.size(m_images.resolve("c.gif"))), column(rows, 7).get(0));
        assertEquals(List.of("cat/empty.png", "dog/list.png"), column(rejected, 0));
        assertEquals(List.of(m_images.resolve("cat/empty.png").toString(), m_images.resolve("dog/list.png").toString()),
            column(rejected, 1));
        assertEquals("the file is empty", column(rejected, 2).get(0));
        assertEquals(List.of("0", "8"), column(rejected, 3));
        assertEquals("WARNING: Rejected 2 of 6 files, the first is \"cat/empty.png\": the file is empty. "
            + "1 of 4 images have no label, the first is Row \"c.gif\".", m_workflow.message(reader));
    }

    @Test
    public void takesLabelsAndGroupsFromThePath() throws Exception {
        image("site1/monday/cat_1.png", 3, 3);
        image("site2/sunday/dog_1.png", 3, 3);
        final int reader = reader(model -> {
            model.addString("labelSource", "EXPRESSION");
            model.addString("labelExpression", "(?<label>[a-z]+)_[0-9]+");
            model.addString("groupSource", "PATH_LEVEL");
            model.addInt("groupLevel", 1);
        });
        final Path rows = probe(reader, 1);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals("id\timage\tlabel\tgroup\tpath\twidth\theight\tchannels\tbytes", line(rows, 0));
        assertEquals(List.of("cat", "dog"), column(rows, 2));
        assertEquals(List.of("site1", "site2"), column(rows, 3));
        assertEquals("an empty table of failures is no warning", "", m_workflow.message(reader));
    }

    @Test
    public void leavesOutWhatIsNotIncludedAndWritesNoLabels() throws Exception {
        image("a.png", 3, 3);
        image("b.png", 3, 3);
        image("b.bmp", 3, 3);
        final int reader = reader(model -> {
            model.addString("labelSource", "NONE");
            model.addString("include", "*.png, *.gif");
            model.addString("exclude", "a.*");
        });
        final Path rows = probe(reader, 1);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals("id\timage\tpath\twidth\theight\tchannels\tbytes", line(rows, 0));
        assertEquals(List.of("b.png"), column(rows, 0));
    }

    @Test
    public void threadsDoNotChangeTheTable() throws Exception {
        for (int i = 0; i < 60; i++) {
            image("cat/%d.png".formatted(i), 1 + i % 7, 1 + i % 5);
        }
        final Path one = probe(reader(model -> model.addInt("threads", 1)), 1);
        final Path four = probe(reader(model -> model.addInt("threads", 4)), 1);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(60, column(one, 0).size());
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(four));
    }

    @Test
    public void rejectsImagesAboveTheLimitBeforeDecodingThem() throws Exception {
        image("big.bmp", 1001, 1000);
        image("small.bmp", 10, 10);
        final int reader = reader(model -> model.addInt("megapixels", 1));
        final Path rejected = probe(reader, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("big.bmp"), column(rejected, 0));
    }

    @Test
    public void readsTheFilesOfAListAndKeepsItsColumns() throws Exception {
        image("a.png", 3, 3);
        image("b.png", 3, 3);
        image("c.png", 3, 3);
        Files.writeString(m_images.resolve("list.csv"),
            "camera;file;class;width\nleft;b.png;cat;w1\n\"ri;ght\";a.png;;w2\nleft;nothing.png;dog;w3\n");
        final int reader = reader(model -> {
            model.addString("list", "data/images/list.csv");
            model.addString("listSeparator", ";");
            model.addString("listPathColumn", "file");
            model.addString("listLabelColumn", "class");
        });
        final Path rows = probe(reader, 1);
        final Path rejected = probe(reader, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals("id\timage\tlabel\tpath\twidth\theight\tchannels\tbytes\tcamera\twidth (#1)", line(rows, 0));
        assertEquals(List.of("b.png", "a.png"), column(rows, 0));
        assertEquals(List.of("cat", "?"), column(rows, 2));
        assertEquals(List.of("left", "ri;ght"), column(rows, 8));
        assertEquals(List.of("w1", "w2"), column(rows, 9));
        assertEquals(List.of("nothing.png"), column(rejected, 0));
        assertEquals("WARNING: Rejected 1 of 3 files, the first is \"nothing.png\": there is no such file. "
            + "1 of 2 images have no label, the first is Row \"a.png\".", m_workflow.message(reader));
    }

    /** Each once, without the spaces around them; an empty field is an image without label, which is no fault. */
    @Test
    public void readsListsOfLabels() throws Exception {
        for (final String separator : List.of(" ", "\\t", "|")) {
            createWorkflow();
            image("a.png", 3, 3);
            image("b.png", 3, 3);
            image("c.png", 3, 3);
            Files.writeString(m_images.resolve("list.csv"),
                "path,label\na.png,water%sclear%1$s%1$swater\nb.png,\nc.png, haze \n"
                    .formatted(separator.replace("\\t", "\t")));
            final int reader = reader(model -> {
                model.addString("list", "data/images/list.csv");
                model.addString("listLabelSeparator", separator);
            });
            final Path rows = probe(reader, 1);

            assertEquals(SUCCESS, m_workflow.run());

            assertEquals("id\timage\tlabel\tpath\twidth\theight\tchannels\tbytes", line(rows, 0));
            assertEquals(List.of("[water, clear]", "[]", "[haze]"), column(rows, 2));
            assertEquals("", m_workflow.message(reader));
        }
    }

    @Test
    public void takesGroupsFromAColumnOfTheList() throws Exception {
        image("cat/a.png", 3, 3);
        image("dog/b.png", 3, 3);
        Files.writeString(m_images.resolve("list.csv"), "path,animal,note\ndog/b.png,rex,x\ncat/a.png,,y\n");
        final int reader = reader(model -> {
            model.addString("list", "data/images/list.csv");
            model.addString("listLabelColumn", "");
            model.addString("listGroupColumn", "animal");
        });
        final Path rows = probe(reader, 1);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals("id\timage\tlabel\tgroup\tpath\twidth\theight\tchannels\tbytes\tnote", line(rows, 0));
        assertEquals(List.of("dog", "cat"), column(rows, 2));
        assertEquals(List.of("rex", "?"), column(rows, 3));
        assertEquals(List.of("x", "y"), column(rows, 9));
    }

    @Test
    public void namesTheColumnThatTheListLacks() throws Exception {
        Files.writeString(m_images.resolve("list.csv"), "file,class\n");
        final int reader = reader(model -> model.addString("list", "data/images/list.csv"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": there is no column \"path\", its columns are \"file\", \"class\"."
            .formatted(m_images.resolve("list.csv")), m_workflow.message(reader));
    }

    /** Also what no folder can hold: two files of one name. */
    @Test
    public void readsAnArchiveWithoutUnpackingIt() throws Exception {
        image("x.png", 4, 4);
        final byte[] png = Files.readAllBytes(m_images.resolve("x.png"));
        final Path archive = m_workflow.folder().resolve("data/images.tar");
        try (var tar = Files.newOutputStream(archive)) {
            for (final String name : List.of("set/dog/2.png", "set/cat/1.png", "set/cat/1.png")) {
                tar.write(tarHeader(name, png.length));
                tar.write(Arrays.copyOf(png, (png.length + 511) / 512 * 512));
            }
            tar.write(tarHeader("set/cat/broken.png", 0));
            tar.write(new byte[1024]);
        }
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class,
            model -> model.addString("folder", "data/images.tar"));
        final Path rows = probe(reader, 1);
        final Path rejected = probe(reader, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("set/dog/2.png", "set/cat/1.png", "set/cat/1.png (2)"), column(rows, 0));
        assertEquals(List.of("dog", "cat", "cat"), column(rows, 2));
        assertEquals(archive.toString(), column(rows, 3).get(0));
        assertEquals(List.of("set/cat/broken.png"), column(rejected, 0));
        assertEquals(List.of(archive.toString()), column(rejected, 1));
    }

    @Test
    public void asksForAFolder() throws Exception {
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Folder\" must name a folder, but is empty.", m_workflow.message(reader));
    }

    @Test
    public void understandsTheHomeFolder() throws Exception {
        image("a.png", 3, 3);
        final String home = System.getProperty("user.home");
        final Path rows = probe(m_workflow.add(ImageFolderReaderNodeFactory.class,
            model -> model.addString("folder", "~/images")), 1);
        try {
            System.setProperty("user.home", m_images.getParent().toString());
            assertEquals(SUCCESS, m_workflow.run());
        } finally {
            System.setProperty("user.home", home);
        }
        assertEquals(List.of("a.png"), column(rows, 0));
    }

    @Test
    public void leavesThumbnailsOfNetworkDrivesOut() throws Exception {
        image("cat/a.png", 3, 3);
        image("cat/@eaDir/a.png/SYNOPHOTO_THUMB_M.png", 3, 3);
        final int reader = reader(model -> {
        });
        final Path rows = probe(reader, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("cat/a.png"), column(rows, 0));
        assertEquals("WARNING: Left out 1 folder or file of the operating system, the first is \"cat/@eaDir\".",
            m_workflow.message(reader));
    }

    @Test
    public void tellsClassesThatDifferInCapitalsOnly() throws Exception {
        image("Cat/a.png", 3, 3);
        image("cat/a.png", 3, 3);
        final int reader = reader(model -> {
        });

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Classes \"Cat\" and \"cat\" differ in capitals only, but count as two.",
            m_workflow.message(reader));
    }

    @Test
    public void namesTheMissingFolder() throws Exception {
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class,
            model -> model.addString("folder", "data/nothing"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Folder\" must name a folder, but \"%s\" does not exist."
            .formatted(m_workflow.folder().resolve("data/nothing")), m_workflow.message(reader));
    }

    @Test
    public void refusesAFileThatIsNoArchive() throws Exception {
        image("a.png", 3, 3);
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class,
            model -> model.addString("folder", "data/images/a.png"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals(("ERROR: File \"%s\": this is no zip or tar archive; a tar archive may be packed with gzip, "
            + "bzip2 or xz.").formatted(m_images.resolve("a.png")), m_workflow.message(reader));
    }

    @Test
    public void refusesAFolderWithoutFiles() throws Exception {
        image("a.png", 3, 3);
        final int reader = reader(model -> model.addString("exclude", "*"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Folder \"%s\": there is no file to read, 1 was left out.".formatted(m_images),
            m_workflow.message(reader));
    }

    @Test
    public void refusesImpossibleSettings() throws Exception {
        for (final Consumer<NodeSettingsWO> setting : List.<Consumer<NodeSettingsWO>>of(
            model -> model.addInt("limitPerClass", -1), model -> model.addString("background", "white"),
            model -> {
                model.addString("list", "list.csv");
                model.addString("listSeparator", "");
            }, model -> {
                model.addString("list", "list.csv");
                model.addString("listLabelSeparator", ", ");
            }, model -> {
                model.addString("list", "list.csv");
                model.addString("listLabelSeparator", " ");
                model.addInt("limitPerClass", 3);
            }, model -> model.addInt("megapixels", 0), model -> model.addInt("threads", -1),
            model -> model.addString("include", " , "), model -> {
                model.addString("labelSource", "EXPRESSION");
                model.addString("labelExpression", "(cat");
            }, model -> {
                model.addString("size", "FIXED");
                model.addInt("width", 0);
            }, model -> {
                model.addString("groupSource", "PATH_LEVEL");
                model.addInt("groupLevel", 0);
            })) {
            createWorkflow();
            reader(setting);

            assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        }
    }

    private int reader(final Consumer<NodeSettingsWO> settings) {
        return m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data/images");
            model.addString("size", "KEEP");
            settings.accept(model);
        });
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table %d of %d".formatted(port, node));
        final int probe = m_workflow.add(TableProbeNodeFactory.class,
            model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
        return file;
    }

    private void image(final String name, final int width, final int height) throws IOException {
        final Path file = m_images.resolve(name);
        Files.createDirectories(file.getParent());
        final var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, name.hashCode() & 0xffffff);
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }

    /** The first 512 bytes of an entry of a tar archive (POSIX ustar). */
    private static byte[] tarHeader(final String name, final int bytes) {
        final var header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o\0".formatted(bytes));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        header[156] = '0';
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (final byte value : header) {
            sum += value;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(final byte[] header, final int offset, final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static String line(final Path table, final int number) throws IOException {
        return Files.readAllLines(table).get(number);
    }

    /** A column without its head; 0 are the row IDs. */
    private static List<String> column(final Path table, final int number) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[number]).toList();
    }
}
