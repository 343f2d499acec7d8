// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.nodes.prepare.duplicates.ImageDuplicateFinderNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.dataset.ImageDatasetReaderNodeFactory;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Duplicates in tables, and the workflow that looks for them. */
public class ImageDuplicateFinderTest {

    private static final Path FASHION_MNIST =
        Path.of(System.getProperty("frugalvision.repository"), "workflows", "01 Train on less", "data");

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
    public void keepsRowsThatItCannotCompare() throws Exception {
        final int finder = m_workflow.add(ImageDuplicateFinderNodeFactory.class,
            model -> {
                model.addBoolean("compareLabels", true);
                model.addString("labelColumn", "label");
            });
        m_workflow.connect(table("image label[a,b]\nr1 9x9x1 a\nr2 16x16x1 a\nr3 ? b\nr4 9x9x1! b"), 1, finder, 1)
            .connect(table("image label[a,b]\nt1 8x8x1 b"), 1, finder, 2);
        final Path kept = probe(finder, 1);
        final Path pairs = probe(finder, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("r1", "r2", "r3", "r4"), column(kept, 0));
        assertEquals("id\timage\tduplicate of\tfound in\tkind\thash distance\tgray difference\tlabel\t"
            + "label of the other", Files.readAllLines(pairs).get(0));
        assertEquals("WARNING: Could not compare 2 of 4 rows, the first is Row \"r3\": the image is missing.",
            m_workflow.message(finder));
    }

    /** The probe draws by the number of the row, so the second rows of both tables have the same pixels. */
    @Test
    public void removesTestImagesThatWereTrainedOn() throws Exception {
        final int finder = m_workflow.add(ImageDuplicateFinderNodeFactory.class, model -> {
            model.addBoolean("compareLabels", true);
            model.addString("labelColumn", "label");
            model.addString("kind", "EXACT");
        });
        m_workflow.connect(table("image label[a,b]\nr1 9x9x1 a\nr2 16x16x1 a"), 1, finder, 1)
            .connect(table("image label[a,b]\nt1 8x8x1 a\nt2 16x16x1 b"), 1, finder, 2);
        final Path kept = probe(finder, 1);
        final Path pairs = probe(finder, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("r1"), column(kept, 0));
        assertEquals("Row0\tr2\tt2\tReference\texact\t0\t0.0\ta\tb", Files.readAllLines(pairs).get(1));
        assertEquals("WARNING: Found 1 duplicate with another label than the original, the first is Row \"r2\".",
            m_workflow.message(finder));
    }

    @Test
    public void acceptsAnEmptyTableAndNoReference() throws Exception {
        final int finder = m_workflow.add(ImageDuplicateFinderNodeFactory.class);
        m_workflow.connect(table("image"), 1, finder, 1);
        final Path pairs = probe(finder, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("id\timage\tduplicate of\tfound in\tkind\thash distance\tgray difference"),
            Files.readAllLines(pairs));
    }

    @Test
    public void needsImagesInTheReference() throws Exception {
        final int finder = m_workflow.add(ImageDuplicateFinderNodeFactory.class);
        m_workflow.connect(table("image\nr1 9x9x1"), 1, finder, 1).connect(table("label\nt1 a"), 1, finder, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Image column of the reference\" must be a column of images, but the table has "
            + "none; it has \"label\".", m_workflow.message(finder));
    }

    @Test
    public void refusesImpossibleSettings() throws Exception {
        m_workflow.add(ImageDuplicateFinderNodeFactory.class, model -> model.addInt("maximumDistance", 65));
        assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        createWorkflow();
        m_workflow.add(ImageDuplicateFinderNodeFactory.class, model -> model.addDouble("maximumGreyDifference", -1));
        assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
    }

    /** The numbers of the node description. */
    @Test
    public void findsFewFalseDuplicatesInFashionMnist() throws Exception {
        final int reader = m_workflow.add(ImageDatasetReaderNodeFactory.class, model -> {
            model.addString("imagesFile", FASHION_MNIST.resolve("train-images.idx.gz").toString());
            model.addString("labelsFile", FASHION_MNIST.resolve("train-labels.idx.gz").toString());
        });
        final int strict = m_workflow.add(ImageDuplicateFinderNodeFactory.class);
        final int loose = m_workflow.add(ImageDuplicateFinderNodeFactory.class,
            model -> model.addDouble("maximumGreyDifference", 10));
        m_workflow.connect(reader, 1, strict, 1).connect(reader, 1, loose, 1);
        final Path few = probe(strict, 2);
        final Path many = probe(loose, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(5, column(few, 0).size());
        assertEquals(695, column(many, 0).size());
    }

    /** The four broken files, the four duplicates (one of them in the wrong folder) and nothing else are found. */
    @Test
    public void shippedWorkflowFindsWhatIsWrongWithItsImages() throws Exception {
        final Path images = ShippedWorkflow.copy("02 Check your images", m_temporary.getRoot().toPath()).folder()
            .resolve("data/images");
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class,
            model -> {
                model.addString("folder", images.toString());
                model.addString("size", "KEEP");
                model.addString("colours", "RGB");
            });
        final int finder = m_workflow.add(ImageDuplicateFinderNodeFactory.class, model -> {
            model.addBoolean("compareLabels", true);
            model.addString("labelColumn", "label");
        });
        m_workflow.connect(reader, 1, finder, 1);
        final Path rejected = probe(reader, 2);
        final Path pairs = probe(finder, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("circle/site2_18.jpg", "square/site2_17.png", "stripes/site3_19.gif",
            "stripes/site4_20.png"), column(rejected, 0));
        assertEquals(List.of("circle/site1_13.png circle/site1_01.png exact",
            "square/site2_14.jpg square/site1_03.png near", "square/site4_16.png circle/site3_09.png exact",
            "stripes/site4_15.png stripes/site2_05.png near"),
            Files.readAllLines(pairs).stream().skip(1).map(line -> line.split("\t"))
                .map(words -> "%s %s %s".formatted(words[1], words[2], words[4])).toList());
        assertEquals("WARNING: Found 1 duplicate with another label than the original, the first is Row "
            + "\"square/site4_16.png\".", m_workflow.message(finder));
    }

    @Test
    public void shippedWorkflowRunsAndWritesItsTrainingImages() throws Exception {
        final var workflow = ShippedWorkflow.copy("02 Check your images", m_temporary.getRoot().toPath());

        assertEquals(SUCCESS, workflow.run());

        try (var files = Files.walk(workflow.folder().resolve("output/training"))) {
            assertEquals(27, files.filter(Files::isRegularFile).count());
        }
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table %d of %d".formatted(port, node));
        final int probe = m_workflow.add(TableProbeNodeFactory.class,
            model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
        return file;
    }

    private static List<String> column(final Path table, final int number) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[number]).toList();
    }
}
