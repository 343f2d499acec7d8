// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.evaluate.scorer.ImageClassificationScorerNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.PortProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** What the CNN Learner does with its ports and settings, and what it says when they do not fit together. */
public class CnnLearnerTest {

    private static final int SUCCESS = 0;

    private static final int REFUSED = 3;

    private static final int FAILED = 4;

    private static final String TRAINING = "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b\nr3 28x28x1 a";

    private static final String VALIDATION = "note image label[b,a]\nv1 x 28x28x1 b\nv2 x 28x28x1 a";

    private static final byte[] PNG = {(byte)0x89, 'P', 'N', 'G'};

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void drawsALearningCurve() throws Exception {
        final Path picture = m_temporary.getRoot().toPath().resolve("picture");
        final int probe = m_workflow.add(PictureProbeNodeFactory.class,
            model -> model.addString("text", picture.toString()));
        m_workflow.connect(learner(TRAINING), 4, probe, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertArrayEquals(PNG, Arrays.copyOf(Files.readAllBytes(picture), PNG.length));
    }

    @Test
    public void reportsOnlyTheTrainingWithoutValidationImages() throws Exception {
        final Path epochs = epochs(learner(TRAINING));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("id\tEpoch\tLoss\tAccuracy\tImages trained\tUpdates\tLearning rate\tSeconds",
            Files.readAllLines(epochs).get(0));
    }

    @Test
    public void theEstimateStandsBesideTheCost() throws Exception {
        final int learner = learner(TRAINING);
        final Path costs = m_temporary.getRoot().toPath().resolve("costs");
        probe(costs, learner, 3);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(costs);
        assertEquals(5, lines.size());
        final String[] training = lines.get(2).split("\t");
        final String[] estimate = lines.get(4).split("\t");
        assertEquals("Training: 2 epochs of 3 images (energy: estimate at 10 W per busy core)", training[1]);
        assertEquals("Estimate", estimate[0]);
        assertEquals("Estimate from the first batches of this training: 427,072 parameters", estimate[1]);
        assertEquals("images, updates and multiply-adds", List.of(training).subList(2, 8),
            List.of(estimate).subList(2, 8));
        for (int i = 8; i < 12; i++) {
            assertTrue(lines.get(0).split("\t")[i], Double.parseDouble(estimate[i]) > 0);
        }
    }

    @Test
    public void theEstimateIsNoCost() throws Exception {
        final int learner = learner(TRAINING);
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        final int scorer = m_workflow.add(ImageClassificationScorerNodeFactory.class);
        final int table = table(TRAINING);
        m_workflow.connect(learner, 1, predictor, 1).connect(table, 1, predictor, 2).connect(predictor, 1, scorer, 1)
            .connect(learner, 3, scorer, 3);
        final Path overall = m_temporary.getRoot().toPath().resolve("overall");
        probe(overall, scorer, 2);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> names = List.of(Files.readAllLines(overall).get(0).split("\t"));
        final String[] values = Files.readAllLines(overall).get(1).split("\t");
        assertEquals("6", values[names.indexOf("Images trained")]);
        assertEquals("3", values[names.indexOf("Labels")]);
    }

    @Test
    public void measuresValidationImagesAfterEveryEpoch() throws Exception {
        final int learner = learner(TRAINING);
        m_workflow.connect(table(VALIDATION), 1, learner, 3);
        final Path epochs = epochs(learner);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(epochs);
        assertEquals("id\tEpoch\tLoss\tAccuracy\tValidation loss\tValidation accuracy\tImages trained\tUpdates\t"
            + "Learning rate\tSeconds", lines.get(0));
        assertEquals(3, lines.size());
        assertEquals("Epoch 2\t2", lines.get(2).substring(0, 9));
        assertEquals("3\t1", String.join("\t", List.of(lines.get(2).split("\t")).subList(6, 8)));
    }

    @Test
    public void validationImagesDoNotChangeTheNetwork() throws Exception {
        final int with = learner(TRAINING);
        m_workflow.connect(table(VALIDATION), 1, with, 3);
        final Path first = summary(with);
        final Path second = summary(learner(TRAINING));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(Files.readString(second), Files.readString(first));
    }

    @Test
    public void refusesValidationImagesOfAnotherSize() throws Exception {
        final int learner = learner(TRAINING);
        m_workflow.connect(table("image label[a,b]\nv1 32x32x1 a"), 1, learner, 3);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Validation images: the network takes 28 x 28 pixels, 1 channel, but these have 32 x 32 "
            + "pixels, 1 channel.", m_workflow.message(learner));
    }

    @Test
    public void refusesValidationImagesOfAnUnknownClass() throws Exception {
        final int learner = learner(TRAINING);
        m_workflow.connect(table("image label[a,b,c]\nv1 28x28x1 a\nv2 28x28x1 c"), 1, learner, 3);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"v2\": the network does not know the class \"c\".", m_workflow.message(learner));
    }

    @Test
    public void needsTheSameColumnsInTheValidationTable() throws Exception {
        final int learner = learner(TRAINING);
        m_workflow.connect(table("image class[a,b]\nv1 28x28x1 a"), 1, learner, 3);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Label column (validation images)\" must be a column of the table, but is \"label\".",
            m_workflow.message(learner));
    }

    @Test
    public void refusesAnEmptyValidationTable() throws Exception {
        final int learner = learner(TRAINING);
        m_workflow.connect(table("image label[a,b]"), 1, learner, 3);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Validation table: it must have at least one row, but is empty.",
            m_workflow.message(learner));
    }

    @Test
    public void countsSkippedRowsOfBothTables() throws Exception {
        final int learner = learner(TRAINING + "\nr4 ? a");
        m_workflow.connect(table(VALIDATION + "\nv3 x 28x28x1 ?"), 1, learner, 3);

        assertEquals(SUCCESS, m_workflow.run());
        assertThat(m_workflow.message(learner), startsWith("WARNING: Skipped 1 of 4 rows, the first is Row \"r4\": the "
            + "image is missing. Of the validation images, skipped 1 of 3 rows, the first is Row \"v3\": the label is "
            + "missing."));
    }

    @Test
    public void trainsANetworkFurther() throws Exception {
        final int first = learner(TRAINING);
        final int second = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(first, 1, second, 1).connect(table(TRAINING), 1, second, 2);
        final Path before = summary(first);
        final Path after = summary(second);

        assertEquals(SUCCESS, m_workflow.run());
        assertNotEquals(Files.readString(before), Files.readString(after));
    }

    @Test
    public void trainsANetworkFurtherWithOtherClasses() throws Exception {
        final int second = m_workflow.add(CnnLearnerNodeFactory.class);
        m_workflow.connect(learner(TRAINING), 1, second, 1)
            .connect(table("image label[a,c]\nr1 28x28x1 a\nr2 28x28x1 c"), 1, second, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertThat(m_workflow.message(second), containsString("The network knew other classes (\"a\", \"b\") than the "
            + "table has (\"a\", \"c\"), so its last layer was made anew."));
    }

    @Test
    public void findsOtherClassesAlsoIfTheTableTellsThemOnlyWhenItIsThere() throws Exception {
        final int second = m_workflow.add(CnnLearnerNodeFactory.class);
        m_workflow.connect(learner(TRAINING), 1, second, 1)
            .connect(table("image label\nr1 28x28x1 a\nr2 28x28x1 c"), 1, second, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertThat(m_workflow.message(second), containsString("The network knew other classes (\"a\", \"b\") than the "
            + "table has (\"a\", \"c\"), so its last layer was made anew."));
    }

    @Test
    public void sameClassesInAnotherOrderTrainTheSameNetworkFurther() throws Exception {
        final int first = learner(TRAINING);
        final Path same = summary(further(first, TRAINING));
        final Path turned = summary(further(first, TRAINING.replace("[a,b]", "[b,a]")));
        final Path unknown = summary(further(first, TRAINING.replace("[a,b]", "")));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(Files.readString(same), Files.readString(turned));
        assertEquals(Files.readString(same), Files.readString(unknown));
    }

    @Test
    public void refusesToTrainANetworkFurtherWithImagesOfAnotherSize() throws Exception {
        final int second = m_workflow.add(CnnLearnerNodeFactory.class);
        m_workflow.connect(learner(TRAINING), 1, second, 1)
            .connect(table("image label[a,b]\nr1 32x32x1 a\nr2 32x32x1 b"), 1, second, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Training images: the network takes 28 x 28 pixels, 1 channel, but these have 32 x 32 "
            + "pixels, 1 channel.", m_workflow.message(second));
    }

    @Test
    public void refusesImagesThatAreTooSmallForTheArchitecture() throws Exception {
        final int learner = learner("image label[a,b]\nr1 1x1x1 a\nr2 1x1x1 b");

        assertEquals(FAILED, m_workflow.run());
        assertThat(m_workflow.message(learner),
            startsWith("ERROR: \"Architecture\" must fit images of 1 x 1 pixels, 1 channel"));
    }

    @Test
    public void aBatchMayBeLargerThanTheTable() throws Exception {
        learner(TRAINING, model -> model.addInt("batchSize", 65_536));

        assertEquals(SUCCESS, m_workflow.run());
    }

    @Test
    public void refusesSettingsOutOfRangeWhenTheWorkflowIsLoaded() throws Exception {
        for (final Consumer<NodeSettingsWO> wrong : List.<Consumer<NodeSettingsWO>>of( //
            model -> model.addInt("batchSize", 0), //
            model -> model.addInt("batchSize", -1), //
            model -> model.addDouble("learningRate", 0), //
            model -> model.addDouble("learningRate", Double.NaN), //
            model -> model.addDouble("learningRate", 1e9), //
            model -> model.addInt("threads", -1), //
            model -> model.addNodeSettings("updater").addString("updater", "magic"), //
            model -> updater(model, "nesterov").addDouble("momentum", 1), //
            model -> stepwise(model).addDouble("stepFactor", 0), //
            model -> weights(model, "a=lots"), //
            model -> model.addNodeSettings("stopping").addInt("patience", 0), //
            model -> model.addNodeSettings("stopping").addLong("images", -1))) {
            createWorkflow();
            learner(TRAINING, wrong);

            assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
        }
    }

    @Test
    public void earlyStoppingNeedsValidationImages() throws Exception {
        final int learner =
            learner(TRAINING, model -> model.addNodeSettings("stopping").addBoolean("early", true));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Early stopping\" needs validation images, but there is no table of them.",
            m_workflow.message(learner));
    }

    @Test
    public void stopsEarlyWithoutImprovement() throws Exception {
        final int learner = learner(TRAINING, model -> {
            final var stopping = model.addNodeSettings("stopping");
            stopping.addBoolean("early", true);
            stopping.addInt("patience", 1);
            stopping.addDouble("minDelta", 1000);
            model.addInt("epochs", 50);
        });
        m_workflow.connect(table(VALIDATION), 1, learner, 3);
        final Path epochs = epochs(learner);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("the header and two epochs", 3, Files.readAllLines(epochs).size());
    }

    @Test
    public void anImageBudgetEndsTheTraining() throws Exception {
        final Path epochs = epochs(learner(TRAINING, model -> {
            model.addNodeSettings("stopping").addLong("images", 4);
            model.addInt("epochs", 50);
        }));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(epochs);
        assertEquals(3, lines.size());
        assertEquals("3", lines.get(1).split("\t")[4]);
        assertEquals("1", lines.get(2).split("\t")[4]);
    }

    @Test
    public void theScheduleChangesTheLearningRate() throws Exception {
        final Path epochs = epochs(learner(TRAINING, model -> {
            model.addDouble("learningRate", 0.01);
            final var schedule = model.addNodeSettings("schedule");
            schedule.addString("schedule", "step");
            schedule.addInt("stepEpochs", 1);
            schedule.addDouble("stepFactor", 0.5);
        }));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("0.01", Files.readAllLines(epochs).get(1).split("\t")[6]);
        assertEquals("0.005", Files.readAllLines(epochs).get(2).split("\t")[6]);
    }

    @Test
    public void refusesAWeightForAnUnknownClass() throws Exception {
        final int learner = learner(TRAINING, model -> weights(model, "a=1, c=2"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Weights of the classes\" must name classes out of \"a\", \"b\", but is \"c\".",
            m_workflow.message(learner));
    }

    @Test
    public void aCheckpointGivesTheNetworkOfAnUninterruptedTraining() throws Exception {
        final Path folder = m_temporary.getRoot().toPath().resolve("check/points");
        final Path uninterrupted = summary(learner(TRAINING));
        final Path first = summary(learner(TRAINING, model -> model.addString("checkpointFolder", folder.toString())));

        assertEquals(SUCCESS, m_workflow.run());
        createWorkflow();
        final Path again = summary(learner(TRAINING, model -> model.addString("checkpointFolder", folder.toString())));
        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(Files.readString(uninterrupted), Files.readString(first));
        assertEquals(Files.readString(uninterrupted), Files.readString(again));
    }

    @Test
    public void refusesTheCheckpointOfAnotherTraining() throws Exception {
        final Path folder = m_temporary.getRoot().toPath().resolve("checkpoints");
        learner(TRAINING, model -> model.addString("checkpointFolder", folder.toString()));
        assertEquals(SUCCESS, m_workflow.run());
        createWorkflow();
        final int other = learner(TRAINING, model -> {
            model.addString("checkpointFolder", folder.toString());
            model.addInt("batchSize", 2);
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": the checkpoint is of another training: its Batch size is \"64\", not \"2\"."
            .formatted(folder.resolve("checkpoint.bin")), m_workflow.message(other));
    }

    @Test
    public void refusesAFileAsCheckpointFolder() throws Exception {
        final Path file = Files.writeString(m_temporary.getRoot().toPath().resolve("file"), "no folder");
        final int learner = learner(TRAINING, model -> model.addString("checkpointFolder", file.toString()));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Checkpoint folder\" must name a folder, but \"%s\" is a file.".formatted(file),
            m_workflow.message(learner));
    }

    private static NodeSettingsWO updater(final NodeSettingsWO model, final String updater) {
        final var group = model.addNodeSettings("updater");
        group.addString("updater", updater);
        return group;
    }

    private static NodeSettingsWO stepwise(final NodeSettingsWO model) {
        final var group = model.addNodeSettings("schedule");
        group.addString("schedule", "step");
        return group;
    }

    private static void weights(final NodeSettingsWO model, final String weights) {
        final var group = model.addNodeSettings("classWeights");
        group.addString("kind", "GIVEN");
        group.addString("given", weights);
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private int learner(final String training) {
        return learner(training, model -> {
        });
    }

    /** A learner on that table, with two epochs and more settings. */
    private int learner(final String training, final Consumer<NodeSettingsWO> more) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addString("labelColumn", "label");
            model.addInt("epochs", 2);
            more.accept(model);
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(table(training), 1, learner, 2);
        return learner;
    }

    /** A learner that trains the network of another one further on that table. */
    private int further(final int first, final String training) {
        final int second = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(first, 1, second, 1).connect(table(training), 1, second, 2);
        return second;
    }

    private Path epochs(final int learner) {
        final Path file = m_temporary.getRoot().toPath().resolve("epochs");
        probe(file, learner, 2);
        return file;
    }

    private void probe(final Path file, final int node, final int port) {
        final int probe =
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
    }

    private Path summary(final int learner) {
        final Path file = m_temporary.getRoot().toPath().resolve("summary of " + learner);
        final int probe = m_workflow.add(PortProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(learner, 1, probe, 1);
        return file;
    }
}
