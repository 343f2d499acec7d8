// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.frugalvision.nodes.evaluate.scorer.ImageClassificationScorerNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.dataset.ImageDatasetReaderNodeFactory;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What users see at the node when something is wrong with their data; every message in full. */
public class BadInputTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final int IMAGES_MAGIC = 0x803;

    private static final int LABELS_MAGIC = 0x801;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void readerNamesTheMissingFile() throws Exception {
        final int reader = reader("data/nothing.idx", "data/labels.idx");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Images file\" must name a file, but \"%s\" does not exist."
            .formatted(file("nothing.idx")), m_workflow.message(reader));
    }

    @Test
    public void readerAsksForAFile() throws Exception {
        final int reader = reader("", "data/labels.idx");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Images file\" must name a file, but is empty.", m_workflow.message(reader));
    }

    @Test
    public void readerRefusesATruncatedFile() throws Exception {
        Files.write(file("images.idx"), truncated(idx(IMAGES_MAGIC, 3, 2, 2), 5));
        Files.write(file("labels.idx"), idx(LABELS_MAGIC, 3));
        final int reader = reader("data/images.idx", "data/labels.idx");

        assertEquals(FAILED, m_workflow.run());
        assertEquals(("ERROR: File \"%s\": the header announces 3 images of 2 x 2 pixels, 1 channel (12 "
            + "bytes), but the data end after 7 bytes.")
            .formatted(file("images.idx")), m_workflow.message(reader));
    }

    @Test
    public void readerRefusesAnEmptyFile() throws Exception {
        Files.write(file("images.idx"), new byte[0]);
        Files.write(file("labels.idx"), idx(LABELS_MAGIC, 3));
        final int reader = reader("data/images.idx", "data/labels.idx");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": the file is empty.".formatted(file("images.idx")),
            m_workflow.message(reader));
    }

    @Test
    public void readerRefusesLabelsInPlaceOfImages() throws Exception {
        Files.write(file("images.idx"), idx(LABELS_MAGIC, 3));
        Files.write(file("labels.idx"), idx(LABELS_MAGIC, 3));
        final int reader = reader("data/images.idx", "data/labels.idx");

        assertEquals(FAILED, m_workflow.run());
        assertEquals(("ERROR: File \"%s\": this is no IDX file of images: it must start with 0x00000803 or "
            + "0x00000804, but starts with 0x00000801.")
            .formatted(file("images.idx")), m_workflow.message(reader));
    }

    @Test
    public void readerRefusesLabelsOfAnotherLength() throws Exception {
        Files.write(file("images.idx"), idx(IMAGES_MAGIC, 3, 2, 2));
        Files.write(file("labels.idx"), idx(LABELS_MAGIC, 2));
        final int reader = reader("data/images.idx", "data/labels.idx");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": it holds 2 labels, but \"images.idx\" holds 3 images."
            .formatted(file("labels.idx")), m_workflow.message(reader));
    }

    @Test
    public void readerRefusesALabelWithoutName() throws Exception {
        Files.write(file("images.idx"), idx(IMAGES_MAGIC, 1, 2, 2));
        Files.write(file("labels.idx"), new byte[]{0, 0, 8, 1, 0, 0, 0, 1, 9});
        final int reader = m_workflow.add(ImageDatasetReaderNodeFactory.class, model -> {
            model.addString("imagesFile", "data/images.idx");
            model.addString("labelsFile", "data/labels.idx");
            model.addString("classNames", "cat, dog");
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": it holds the label 9, but there are 2 class names, for labels 0 to 1."
            .formatted(file("labels.idx")), m_workflow.message(reader));
    }

    @Test
    public void learnerNeedsAnImageColumn() throws Exception {
        final int learner = learner(table("label[a,b]\nr1 a"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Image column\" must be a column of images, but the table has none; it "
            + "has \"label\".",
            m_workflow.message(learner));
    }

    @Test
    public void learnerNeedsALabelColumn() throws Exception {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class);
        m_workflow.connect(architecture(), 1, learner, 1).connect(table("image\nr1 8x8x1"), 1, learner, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Label column\" must be a column of strings or lists of strings, but the table has "
            + "none; it has \"image\".", m_workflow.message(learner));
    }

    @Test
    public void learnerNamesTheColumnThatIsGone() throws Exception {
        final int table = table("image label[a,b]\nr1 8x8x1 a");
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addString("imageColumn", "picture");
            model.addString("labelColumn", "label");
        });
        m_workflow.connect(architecture(), 1, learner, 1).connect(table, 1, learner, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Image column\" must be a column of the table, but is \"picture\".",
            m_workflow.message(learner));
    }

    @Test
    public void learnerSkipsRowsThatItCannotUseAndCountsThem() throws Exception {
        final int learner = learner(table("""
                image label[a,b]
                r1 28x28x1 a
                r2 ? a
                r3 28x28x1! b
                r4 28x28x1 ?
                r5 28x28x1 b
                """));

        assertEquals(SUCCESS, m_workflow.run());
        assertThat(m_workflow.message(learner),
            startsWith("WARNING: Skipped 3 of 5 rows, the first is Row \"r2\": the image is missing."));
    }

    @Test
    public void learnerRefusesImagesOfDifferentSizes() throws Exception {
        final int learner = learner(table("image label[a,b]\nr1 28x28x1 a\nr2 28x30x1 b"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"r2\": the image has 30 x 28 pixels, 1 channel, but must have 28 x 28 "
            + "pixels, 1 channel like the images before it.",
            m_workflow.message(learner));
    }

    @Test
    public void learnerRefusesASingleClass() throws Exception {
        final int learner = learner(table("image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 a"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Training images: all 2 images are of one class, \"a\", but at least two "
            + "classes are needed.",
            m_workflow.message(learner));
    }

    @Test
    public void learnerRefusesAnEmptyTable() throws Exception {
        final int learner = learner(table("image label[a,b]"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Table: it must have at least one row, but is empty.",
            m_workflow.message(learner));
    }

    @Test
    public void learnerRefusesAllRowsUnusable() throws Exception {
        final int learner = learner(table("image label[a,b]\nr1 ? a\nr2 28x28x1 ?"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Table: no row can be used. Skipped 2 of 2 rows, the first is Row \"r1\": the "
            + "image is missing.",
            m_workflow.message(learner));
    }

    @Test
    public void learnerRefusesImpossibleSettings() throws Exception {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 0));
        m_workflow.connect(architecture(), 1, learner, 1)
            .connect(table("image label[a,b]\nr1 28x28x1 a"), 1, learner, 2);

        assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
    }

    @Test
    public void learnerRefusesASettingOfTheWrongType() throws Exception {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addString("epochs", "ten"));
        m_workflow.connect(architecture(), 1, learner, 1)
            .connect(table("image label[a,b]\nr1 28x28x1 a"), 1, learner, 2);

        assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
    }

    @Test
    public void predictorNeedsATrainedNetwork() throws Exception {
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(architecture(), 1, predictor, 1).connect(table("image\nr1 28x28x1"), 1, predictor, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: The network must be trained, but is the architecture \"LeNet (wide)\" only.",
            m_workflow.message(predictor));
    }

    @Test
    public void predictorGivesMissingCellsForUnreadableImages() throws Exception {
        final Path written = m_temporary.getRoot().toPath().resolve("predictions");
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        final int probe = m_workflow.add(TableProbeNodeFactory.class,
            model -> model.addString("text", written.toString()));
        m_workflow.connect(learner(twoClasses()), 1, predictor, 1)
            .connect(table("image note\nr1 ? x\nr2 28x28x1 y\nr3 28x28x1! z"), 1, predictor, 2)
            .connect(predictor, 1, probe, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Predicted nothing for 2 of 3 rows, the first is Row \"r1\": the image is missing.",
            m_workflow.message(predictor));
        final var lines = Files.readAllLines(written);
        assertEquals("id\timage\tnote\tPrediction (label)\tP (label=a)\tP (label=b)", lines.get(0));
        assertEquals("r1\t?\tx\t?\t?\t?", lines.get(1));
        final var probabilities = lines.get(2).split("\t");
        assertEquals(1, Double.parseDouble(probabilities[4]) + Double.parseDouble(probabilities[5]), 1e-9);
    }

    @Test
    public void predictorRefusesImagesOfAnotherSize() throws Exception {
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(learner(twoClasses()), 1, predictor, 1)
            .connect(table("image\nr1 32x32x1"), 1, predictor, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"r1\": the image has 32 x 32 pixels, 1 channel, but must have 28 x 28 "
            + "pixels, 1 channel because the network was trained on images of that size.",
            m_workflow.message(predictor));
    }

    @Test
    public void predictorOfAFailedLearnerIsNotExecuted() throws Exception {
        final int learner = learner(table("image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 a"));
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(learner, 1, predictor, 1).connect(table("image\nr1 28x28x1"), 1, predictor, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("CONFIGURED", m_workflow.saved(predictor).getString("state"));
    }

    @Test
    public void predictorAcceptsAnEmptyTable() throws Exception {
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(learner(twoClasses()), 1, predictor, 1).connect(table("image"), 1, predictor, 2);

        assertEquals(SUCCESS, m_workflow.run());
    }

    @Test
    public void selectorRefusesABudgetAboveTheInput() throws Exception {
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class,
            model -> model.addInt("budget", 5000));
        m_workflow.connect(table("image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b"), 1, selector, 1);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Budget\" must be at most the 2 images of the input, but is 5,000.",
            m_workflow.message(selector));
    }

    @Test
    public void selectorRefusesAnEmptyTable() throws Exception {
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class);
        m_workflow.connect(table("image label[a,b]"), 1, selector, 1);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Input: there are no images to select from.", m_workflow.message(selector));
    }

    @Test
    public void selectorLeavesRowsWithoutLabelToTheRemaining() throws Exception {
        final Path remaining = m_temporary.getRoot().toPath().resolve("remaining");
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addInt("budget", 2);
            model.addString("labelColumn", "label");
        });
        final int probe = m_workflow.add(TableProbeNodeFactory.class,
            model -> model.addString("text", remaining.toString()));
        m_workflow.connect(table("image label[a,b]\nr1 8x8x1 a\nr2 8x8x1 ?\nr3 8x8x1 b"), 1, selector, 1)
            .connect(selector, 2, probe, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Could not choose from 1 of 3 rows, the first is Row \"r2\": the label is missing.",
            m_workflow.message(selector));
        assertEquals("r2", Files.readAllLines(remaining).get(1).split("\t")[0]);
    }

    @Test
    public void scorerWarnsOfAClassThatTheNetworkDoesNotKnow() throws Exception {
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        final int scorer = m_workflow.add(ImageClassificationScorerNodeFactory.class,
            model -> model.addString("labelColumn", "label"));
        m_workflow.connect(learner(twoClasses()), 1, predictor, 1)
            .connect(table("image label[a,b,c]\nr1 28x28x1 a\nr2 28x28x1 c"), 1, predictor, 2)
            .connect(predictor, 1, scorer, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: The network does not know the class \"c\"; its images count as predicted wrong. The "
            + "class \"b\" has no image and is left out of balanced accuracy and AUC.",
            m_workflow.message(scorer));
    }

    private Path file(final String name) throws IOException {
        return Files.createDirectories(m_workflow.folder().resolve("data")).resolve(name);
    }

    private int reader(final String images, final String labels) {
        return m_workflow.add(ImageDatasetReaderNodeFactory.class, model -> {
            model.addString("imagesFile", images);
            model.addString("labelsFile", labels);
        });
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private int twoClasses() {
        return table("image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b");
    }

    private int architecture() {
        return m_workflow.add(CnnArchitectureNodeFactory.class);
    }

    /** A learner on that table, with one epoch. */
    private int learner(final int table) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 1);
            model.addString("labelColumn", "label");
        });
        m_workflow.connect(architecture(), 1, learner, 1).connect(table, 1, learner, 2);
        return learner;
    }

    /** An IDX file of zeros. */
    private static byte[] idx(final int magic, final int... size) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        final var out = new DataOutputStream(bytes);
        out.writeInt(magic);
        int values = 1;
        for (final int length : size) {
            out.writeInt(length);
            values *= length;
        }
        out.write(new byte[values]);
        return bytes.toByteArray();
    }

    private static byte[] truncated(final byte[] bytes, final int by) {
        return Arrays.copyOf(bytes, bytes.length - by);
    }
}
