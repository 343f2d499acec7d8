// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Folders with links in a circle, files that pretend to be huge, and all ways to name a folder. */
public class FolderReaderRobustnessTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    /** Fits into the 16 bits of the formats that have no more. */
    private static final short EDGE = 20_000;

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
    public void followsLinksButNotInACircle() throws Exception {
        write("cat/1.png", encoded("png"));
        Files.createSymbolicLink(m_images.resolve("linked"), m_images.resolve("cat"));
        Files.createSymbolicLink(m_images.resolve("cat/back"), m_images);
        final int reader = reader("data/images", model -> {
        });
        final Path rows = probe(reader, 1);
        final Path rejected = probe(reader, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("cat/1.png", "linked/1.png"), column(rows, 0));
        assertEquals(List.of("cat/back", "linked/back"), column(rejected, 0));
        assertEquals("the link leads back to a folder above it", column(rejected, 2).get(0));
    }

    @Test
    public void drawsAFewOfEveryClassBySeed() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("cat/%d.png".formatted(i), encoded("png"));
            write("dog/%d.png".formatted(i), encoded("png"));
        }
        final Path one = probe(limited(1), 1);
        final Path again = probe(limited(1), 1);
        final Path other = probe(limited(2), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("cat", "cat", "cat", "dog", "dog", "dog"), column(one, 2));
        assertEquals(column(one, 0), column(again, 0));
        assertNotEquals(column(one, 0), column(other, 0));
    }

    @Test
    public void rejectsFilesThatPretendToBeHugeByTheirHeaders() throws Exception {
        final Map<String, byte[]> bombs = bombs();
        for (final var bomb : bombs.entrySet()) {
            write("all/1." + bomb.getKey(), bomb.getValue());
        }
        final Path rejected = probe(reader("data/images", model -> {
        }), 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(bombs.keySet().stream().map(format -> "all/1." + format).toList(), column(rejected, 0));
        final String limit = "it has %1$d x %1$d pixels, more than the limit of 100000000";
        assertEquals(List.of("it is no readable BMP image (Invalid width/height for BI_RGB image data.)",
            limit.formatted(EDGE), limit.formatted(EDGE), "its header announces 20000 x 20000 pixels, more than the "
                + "67108864 that are read of PNG", "6666 of its 6667 strips or tiles are missing",
            limit.formatted(16_383)), column(rejected, 2));
    }

    @Test
    public void readsTheFolderThatAFlowVariableNames() throws Exception {
        write("cat/1.png", encoded("png"));
        final int reader = reader("data/another", model -> {
        });
        final Path rows = probe(reader, 1);
        m_workflow.control(reader, "folder", "source");

        assertEquals(SUCCESS, m_workflow.run("-workflow.variable=source,data/images,String"));
        assertEquals(List.of("cat/1.png"), column(rows, 0));
    }

    @Test
    public void readsFoldersNamedInEveryWay() throws Exception {
        write("cat/1.png", encoded("png"));
        final List<Path> tables = List.of(m_images.toString(), "data/images", "knime://knime.workflow/data/images",
            m_images.toUri().toString(), "data/cats/../images/").stream()
            .map(location -> probe(reader(location, model -> {
            }), 1)).toList();
        Files.createDirectory(m_images.resolveSibling("cats"));

        assertEquals(SUCCESS, m_workflow.run());
        for (final Path table : tables) {
            assertEquals(List.of("cat/1.png"), column(table, 0));
            assertEquals(List.of(m_images.resolve("cat/1.png").toString()), column(table, 3));
        }
    }

    @Test
    public void namesTheResolvedPathOfAMissingFolder() throws Exception {
        final int reader = reader("knime://knime.workflow/data/images/../none", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Folder\" must name a folder, but \"%s\" does not exist."
            .formatted(m_images.resolveSibling("none")), m_workflow.message(reader));
    }

    private int limited(final int seed) {
        return reader("data/images", model -> {
            model.addInt("limitPerClass", 3);
            model.addInt("seed", seed);
        });
    }

    private int reader(final String folder, final Consumer<NodeSettingsWO> settings) {
        return m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", folder);
            model.addString("size", "KEEP");
            settings.accept(model);
        });
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table %d of %d".formatted(port, node));
        m_workflow.connect(node, port,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    /** Small files with a huge size in their headers, by the names of their formats. */
    private Map<String, byte[]> bombs() throws IOException {
        final var bombs = new TreeMap<String, byte[]>();
        final var png = ByteBuffer.wrap(encoded("png"));
        png.putInt(16, EDGE).putInt(20, EDGE);
        final var crc = new CRC32();
        crc.update(png.array(), 12, 17);
        bombs.put("png", png.putInt(29, (int)crc.getValue()).array());
        bombs.put("bmp", ByteBuffer.wrap(encoded("bmp")).order(ByteOrder.LITTLE_ENDIAN).putInt(18, EDGE)
            .putInt(22, EDGE).array());
        final var gif = ByteBuffer.wrap(encoded("gif")).order(ByteOrder.LITTLE_ENDIAN);
        final int frame = find(gif.array(), new byte[]{',', 0, 0, 0, 0}) + 5;
        bombs.put("gif", gif.putShort(6, EDGE).putShort(8, EDGE).putShort(frame, EDGE).putShort(frame + 2, EDGE)
            .array());
        final var jpeg = ByteBuffer.wrap(encoded("jpeg"));
        final int size = find(jpeg.array(), new byte[]{-1, (byte)0xC0, 0, 17, 8}) + 5;
        bombs.put("jpeg", jpeg.putShort(size, EDGE).putShort(size + 2, EDGE).array());
        final var tiff = ByteBuffer.wrap(encoded("tiff"));
        for (final short tag : new short[]{256, 257}) {
            final int entry = find(tiff.array(), ByteBuffer.allocate(8).putShort(tag).putShort((short)3).putInt(1)
                .array());
            tiff.putShort(entry + 8, EDGE);
        }
        bombs.put("tiff", tiff.array());
        try (var in = getClass().getResourceAsStream("files/lossy.webp")) {
            final var webp = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            final int start = find(webp.array(), new byte[]{(byte)0x9D, 1, 0x2A}) + 3;
            bombs.put("webp", webp.putShort(start, (short)16_383).putShort(start + 2, (short)16_383).array());
        }
        return bombs;
    }

    private static int find(final byte[] file, final byte[] wanted) {
        final int at = new String(file, StandardCharsets.ISO_8859_1)
            .indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
        assertNotEquals(-1, at);
        return at;
    }

    private void write(final String name, final byte[] content) throws IOException {
        final Path file = m_images.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] encoded(final String format) throws IOException {
        final var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_3BYTE_BGR), format, file);
        return file.toByteArray();
    }

    /** A column without its head; 0 are the row IDs. */
    private static List<String> column(final Path table, final int number) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[number]).toList();
    }
}
