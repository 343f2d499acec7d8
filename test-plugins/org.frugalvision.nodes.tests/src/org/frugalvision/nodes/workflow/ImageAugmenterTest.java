// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.Platform;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.nodes.prepare.augment.ImageAugmenterNodeFactory;
import org.frugalvision.nodes.prepare.partition.ImagePartitionerNodeFactory;
import org.frugalvision.nodes.probe.ImageSetProbeNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** New images of a table. */
public class ImageAugmenterTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void copiesStandBehindTheirOriginals() throws Exception {
        final int augmenter = augmenter("image label[a,b]\nr1 4x4x1 a\nr2 4x4x3 b", model -> model.addInt("copies", 2));
        final Path table = table(augmenter);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("id image label augmented from", "r1 a r1", "r1~1 a r1", "r1~2 a r1", "r2 b r2",
            "r2~1 b r2", "r2~2 b r2"), withoutImages(table));
        assertEquals("", m_workflow.message(augmenter));
    }

    @Test
    public void originalsMayGo() throws Exception {
        final Path table = table(augmenter("image label[a,b]\nr1 4x4x1 a\nr2 4x4x1 b",
            model -> model.addBoolean("keepOriginals", false)));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("id image label augmented from", "r1~1 a r1", "r2~1 b r2"), withoutImages(table));
    }

    @Test
    public void rowIdsAndColumnsStayUnique() throws Exception {
        final int first = augmenter("image label[a,b]\nr1 4x4x1 a\nr1~1 4x4x1 b\nr1~1' 4x4x1 b", model -> {
        });
        final int second = m_workflow.add(ImageAugmenterNodeFactory.class);
        m_workflow.connect(first, 1, second, 1);
        final Path once = table(first);
        final Path twice = table(second);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("id image label augmented from", "r1 a r1", "r1~1'' a r1", "r1~1 b r1~1",
            "r1~1~1 b r1~1", "r1~1' b r1~1'", "r1~1'~1 b r1~1'"), withoutImages(once));
        assertEquals("id image label augmented from augmented from (#1)", withoutImages(twice).get(0));
        assertEquals(13, withoutImages(twice).size());
    }

    @Test
    public void classesReachTheirTarget() throws Exception {
        final String rows = "image label[a,b,c]\nr1 4x4x1 a\nr2 4x4x1 a\nr3 4x4x1 a\nr4 4x4x1 a\nr5 4x4x1 b\n"
            + "r6 4x4x1 b\nr7 4x4x1! b\nr8 4x4x1 ?\nr9 ? a";
        final int kept = augmenter(rows, forClasses(3));
        final int gone = augmenter(rows, forClasses(3).andThen(model -> model.addBoolean("keepOriginals", false)));
        final Path keptTable = table(kept);
        final Path goneTable = table(gone);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("4 and the one without image", 5, count(keptTable, "a"));
        assertEquals("2, 1 new and the unreadable one", 4, count(keptTable, "b"));
        assertEquals(3, count(goneTable, "a"));
        assertEquals(3, count(goneTable, "b"));
        assertEquals("WARNING: Could not augment 3 of 9 rows, the first is Row \"r7\": the image is not readable.",
            m_workflow.message(kept));
    }

    @Test
    public void saysWhenEveryClassHasEnough() throws Exception {
        final int augmenter = augmenter("image label[a,b]\nr1 4x4x1 a\nr2 4x4x1 b", forClasses(1));
        final Path picture = picture(augmenter);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: No new images were made: every class has as many already.",
            m_workflow.message(augmenter));
        assertTrue(Files.exists(picture));
    }

    @Test
    public void pixelsFollowFromSeedAndRowAndCopyAlone() throws Exception {
        final String first = "image label[a,b]\nr1 9x8x1=60 a\nr2 9x8x1=120 b\nr3 9x8x1=180 b";
        final String other = "image label[a,b]\nr3 9x8x1=180 b\nr1 9x8x1=60 a";
        final Path one = values(augmenter(first, noise(5)));
        final Path same = values(augmenter(other, noise(5).andThen(model -> model.addInt("copies", 2))));
        final Path seed = values(augmenter(first, noise(6)));

        assertEquals(SUCCESS, m_workflow.run());
        for (final String key : List.of("r1", "r1~1", "r3~1")) {
            assertEquals(key, byId(one).get(key), byId(same).get(key));
        }
        assertNotEquals(byId(same).get("r1~1"), byId(same).get("r1~2"));
        assertNotEquals(byId(one).get("r1~1"), byId(seed).get("r1~1"));
    }

    @Test
    public void bandsOfSixteenBitsStayWhatTheyAre() throws Exception {
        final Path images = Files.createDirectories(m_workflow.folder().resolve("data/cat"));
        Files.write(images.resolve("0.png"), PngImages.encode(new ImageShape(3, 5, 4), new byte[60]));
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data");
            model.addString("colours", "BANDS");
            model.addString("size", "KEEP");
        });
        final int augmenter =
            m_workflow.add(ImageAugmenterNodeFactory.class, steps(new Object[]{"invert", 1.0, 0.0, 0.0}));
        m_workflow.connect(reader, 1, augmenter, 1);
        final Path values = values(augmenter);

        assertEquals(SUCCESS, m_workflow.run());
        final String inverted = byId(values).entrySet().stream().filter(entry -> entry.getKey().endsWith("~1"))
            .findFirst().orElseThrow().getValue();
        assertEquals("cat" + " 65535".repeat(60), inverted);
    }

    /** Twelve rows of an image and its first nine copies. */
    @Test
    public void theSheetShowsImagesWithTheirCopies() throws Exception {
        final Path small =
            picture(augmenter("image label[a]\nr1 4x4x1 a\nr2 4x4x3 a", model -> model.addInt("copies", 3)));
        final Path large = picture(augmenter(IntStream.range(0, 20).mapToObj(i -> "r%d 4x4x1 a".formatted(i))
            .collect(Collectors.joining("\n", "image label[a]\n", "")), model -> model.addInt("copies", 11)));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(new ImageShape(3, 2 * 16 + 2 * 122 - 10, 2 * 16 + 4 * 106 - 10), shape(small));
        assertEquals(new ImageShape(3, 2 * 16 + 12 * 122 - 10 + 26, 2 * 16 + 10 * 106 - 10), shape(large));
    }

    /** What a network must not see twice stays on one side. */
    @Test
    public void copiesStayWithTheirOriginalsWhenTheyAreParted() throws Exception {
        final int augmenter = augmenter(IntStream.range(0, 20).mapToObj(i -> "r%d 4x4x1 a".formatted(i))
            .collect(Collectors.joining("\n", "image label[a]\n", "")), model -> model.addInt("copies", 3));
        final int partitioner = m_workflow.add(ImagePartitionerNodeFactory.class, model -> {
            model.addBoolean("keepGroups", true);
            model.addString("groupColumn", "augmented from");
        });
        m_workflow.connect(augmenter, 1, partitioner, 1);
        final Path first = table(partitioner);

        assertEquals(SUCCESS, m_workflow.run());
        final Map<String, Long> sizes = withoutImages(first).stream().skip(1)
            .collect(Collectors.groupingBy(line -> line.split(" ")[2], Collectors.counting()));
        assertEquals(16, sizes.size());
        assertTrue(sizes.values().stream().allMatch(size -> size == 4));
    }

    @Test
    public void leavesOutWhatItCannotRead() throws Exception {
        final int augmenter = augmenter("image label[a,b]\nr1 ? a\nr2 4x4x1! b\nr3 4x4x1 b", model -> {
        });
        final Path table = table(augmenter);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Could not augment 2 of 3 rows, the first is Row \"r1\": the image is missing.",
            m_workflow.message(augmenter));
        assertEquals(5, withoutImages(table).size());
    }

    @Test
    public void refusesATableWithoutReadableImage() throws Exception {
        final int augmenter = augmenter("image label[a]\nr1 ? a", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Images: there is no readable image to augment.", m_workflow.message(augmenter));
    }

    @Test
    public void refusesColourOfGreyImages() throws Exception {
        final int augmenter = augmenter("image label[a]\nr1 4x4x3 a\nr2 4x5x1 a",
            steps(new Object[]{"saturation", 0.1, 0.5, 0.6}));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"r2\": \"Saturation\" needs RGB images, but the image has 5 x 4 pixels, 1 channel.",
            m_workflow.message(augmenter));
    }

    @Test
    public void augmentsASinglePixel() throws Exception {
        final int augmenter = augmenter("image label[a]\nr1 1x1x1=9 a\nr2 1x1x1=9 a",
            steps(new Object[]{"rotate", 1.0, -90.0, 90.0}, new Object[]{"crop", 1.0, 1.0, 1.0},
                new Object[]{"clahe", 1.0, 5.0, 5.0}, new Object[]{"rand-augment", 1.0, 9.0, 9.0}));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(augmenter));
    }

    @Test
    public void refusesImpossibleSettings() throws Exception {
        for (final Consumer<NodeSettingsWO> setting : List.<Consumer<NodeSettingsWO>>of(
            model -> model.addInt("copies", 0), model -> model.addInt("copies", 1001),
            model -> model.addInt("target", 0), steps(), steps(new Object[]{"rotate", 1.0, 0.0, 181.0}),
            steps(new Object[]{"rotate", 1.5, 0.0, 1.0}), steps(new Object[]{"magic", 1.0, 0.0, 1.0}))) {
            createWorkflow();
            m_workflow.add(ImageAugmenterNodeFactory.class, setting);

            assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        }
    }

    @Test(timeout = 60_000)
    public void endsWhenItIsCanceled() throws Exception {
        final int augmenter = augmenter("image label[a]\nr1 512x512x3 a",
            steps(new Object[]{"jpeg", 1.0, 50.0, 50.0}).andThen(model -> model.addInt("copies", 1000)));
        final Path table = table(augmenter);
        final Path cancel = Files.createDirectories(Path.of(Platform.getInstanceLocation().getURL().toURI()))
            .resolve(".cancel");
        Files.write(cancel, new byte[0]);
        try {
            assertEquals(FAILED, m_workflow.run());
        } finally {
            Files.deleteIfExists(cancel); // KNIME deletes it when it obeys
        }

        assertFalse(Files.exists(table));
    }

    private static Consumer<NodeSettingsWO> forClasses(final int target) {
        return model -> {
            model.addString("amount", "CLASS");
            model.addString("labelColumn", "label");
            model.addInt("target", target);
        };
    }

    private static Consumer<NodeSettingsWO> noise(final int seed) {
        return steps(new Object[]{"gaussian-noise", 1.0, 0.1, 0.1}).andThen(model -> model.addInt("seed", seed));
    }

    /** Steps of an operation, a probability and magnitudes of their own. */
    private static Consumer<NodeSettingsWO> steps(final Object[]... steps) {
        return model -> {
            final var list = model.addNodeSettings("steps");
            for (int i = 0; i < steps.length; i++) {
                final var step = list.addNodeSettings("" + i);
                step.addString("operation", (String)steps[i][0]);
                step.addDouble("probability", (double)steps[i][1]);
                step.addString("strength", "OWN");
                step.addDouble("smallest", (double)steps[i][2]);
                step.addDouble("largest", (double)steps[i][3]);
            }
        };
    }

    private int augmenter(final String rows, final Consumer<NodeSettingsWO> settings) {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
        final int augmenter = m_workflow.add(ImageAugmenterNodeFactory.class, settings);
        m_workflow.connect(table, 1, augmenter, 1);
        return augmenter;
    }

    private Path table(final int node) {
        return probe(TableProbeNodeFactory.class, node, 1);
    }

    private Path picture(final int node) {
        return probe(PictureProbeNodeFactory.class, node, 2);
    }

    private Path values(final int node) {
        return probe(ImageSetProbeNodeFactory.class, node, 1);
    }

    private Path probe(final Class<? extends NodeFactory<?>> probe, final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("%s of %d".formatted(probe.getSimpleName(), node));
        m_workflow.connect(node, port, m_workflow.add(probe, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static List<String> withoutImages(final Path table) throws IOException {
        final List<String> lines = new ArrayList<>();
        for (final String line : Files.readAllLines(table)) {
            lines.add(line.replaceAll("\tPNG \\d+ bytes", "").replace('\t', ' '));
        }
        return lines;
    }

    private static long count(final Path table, final String label) throws IOException {
        return Files.readAllLines(table).stream().filter(line -> line.split("\t")[2].equals(label)).count();
    }

    private static Map<String, String> byId(final Path values) throws IOException {
        final Map<String, String> lines = new TreeMap<>();
        for (final String line : Files.readAllLines(values)) {
            lines.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return lines;
    }

    private static ImageShape shape(final Path picture) throws IOException {
        return PngImages.shape(Files.readAllBytes(picture), "Picture");
    }
}
