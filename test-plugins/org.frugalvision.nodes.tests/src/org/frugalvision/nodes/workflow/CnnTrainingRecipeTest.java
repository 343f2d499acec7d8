// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PortProbeNodeFactory;
import org.frugalvision.nodes.probe.RecipeProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Recipes on their way to the learner. */
public class CnnTrainingRecipeTest {

    private static final int SUCCESS = 0;

    private static final int REFUSED = 3;

    private static final int FAILED = 4;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void nodesInARowMakeARecipeThatIsStoredAndReadAgain() throws Exception {
        final int first = recipe("random-erasing");
        final int second = recipe("label-smoothing");
        final Path file = file("recipe");
        m_workflow.connect(first, 1, second, 1).connect(second, 1, probe(file), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("same true", "Random erasing (aspect 0.3, draw linear, fill noise, largest 0.4, "
            + "probability 0.5, smallest 0.02); Label smoothing (smoothing 0.1, spread all, until 1.0)"), Files.readAllLines(file));
    }

    @Test
    public void changesTheTraining() throws Exception {
        final Path with = file("with");
        final Path without = file("without");
        summary(learner(recipe("label-smoothing"), ""), with);
        summary(learner(0, ""), without);

        assertEquals(SUCCESS, m_workflow.run());
        assertNotEquals(Files.readString(without), Files.readString(with));
    }

    @Test
    public void mixedImagesHaveNoTrainingAccuracy() throws Exception {
        final int learner = learner(recipe("cutmix"), "");
        final Path epochs = file("epochs");
        m_workflow.connect(learner, 2,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", epochs.toString())), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("?", Files.readAllLines(epochs).get(1).split("\t")[3]);
    }

    @Test
    public void aTrainingWithAnotherRecipeIsAnotherTraining() throws Exception {
        learner(recipe("label-smoothing"), "checkpoints");
        assertEquals(SUCCESS, m_workflow.run());
        createWorkflow();
        final int other = learner(recipe("random-erasing"), "checkpoints");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": the checkpoint is of another training: its Training recipe is another one."
            .formatted(file("checkpoints").resolve("checkpoint.bin")), m_workflow.message(other));
    }

    @Test
    public void refusesAClashBeforeAnythingIsExecuted() throws Exception {
        final int first = recipe("mixup");
        final int second = recipe("cutmix");
        m_workflow.connect(first, 1, second, 1);

        assertEquals(FAILED, m_workflow.run());
        assertEquals(
            "WARNING: \"Training recipe\" must leave the mixing of images to one method, \"Mixup\", but is \"CutMix\".",
            m_workflow.message(second));
    }

    @Test
    public void theLearnerRefusesAClashBeforeAnythingIsExecuted() throws Exception {
        final int doubled = probe(file("recipe"));
        m_workflow.connect(recipe("label-smoothing"), 1, doubled, 1);
        final int learner = learner(doubled, "");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Training recipe\" must leave the softening of labels to one method, \"Label "
            + "smoothing\", but is \"Label smoothing\".", m_workflow.message(learner));
    }

    @Test
    public void refusesSettingsOutOfRangeAndUnknownMethodsWhenTheWorkflowIsLoaded() throws Exception {
        recipe("magic");
        assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
        createWorkflow();
        m_workflow.add(CnnTrainingRecipeNodeFactory.class, model -> {
            model.addString("method", "mixup");
            model.addNodeSettings("mixup").addDouble("alpha", -1);
        });
        assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
    }

    @Test
    public void lapAsksForItsSourceColumn() throws Exception {
        final int learner = learner(recipe("lap"), "");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Source column\" must be chosen, because a method of the training recipe needs it.",
            m_workflow.message(learner));
    }

    @Test
    public void rowsWithoutAnIrreducibleLossAreSkippedAndCounted() throws Exception {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 1);
            model.addNodeSettings("columns").addString("irreducibleLoss", "number");
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text",
                "image label[a,b] number\nr1 28x28x1 a 0.1\nr2 28x28x1 b ?\nr3 28x28x1 b 0.2")), 1, learner, 2)
            .connect(recipe("rho-loss"), 1, learner, 4);

        assertEquals(SUCCESS, m_workflow.run());
        assertTrue(m_workflow.message(learner), m_workflow.message(learner)
            .contains("Skipped 1 of 3 rows, the first is Row \"r2\": the irreducible loss is missing."));
    }

    @Test
    public void theBaselinesOfRhoLossNeedNoColumn() throws Exception {
        final int recipe = m_workflow.add(CnnTrainingRecipeNodeFactory.class, model -> {
            model.addString("method", "rho-loss");
            model.addNodeSettings("rhoLoss").addString("by", "LOSS");
        });
        learner(recipe, "");

        assertEquals(SUCCESS, m_workflow.run());
    }

    @Test
    public void aScheduleThatLeavesNoImagesIsRefused() throws Exception {
        final int recipe = m_workflow.add(CnnTrainingRecipeNodeFactory.class, model -> {
            model.addString("method", "data-schedule");
            final var settings = model.addNodeSettings("dataSchedule");
            settings.addString("schedule", "CUT");
            settings.addInt("cuts", 3);
        });
        final int learner = learner(recipe, "");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Training images: \"Data schedule\" makes 3 cuts, but there are only 2 images.",
            m_workflow.message(learner));
    }

    /** Accuracy under attack stands in the table of epochs, whose columns are known before. */
    @Test
    public void theTableOfEpochsShowsWhatMethodsMeasure() throws Exception {
        final int learner = learner(recipe("robust-accuracy"), "");
        final Path epochs = file("epochs");
        m_workflow.connect(learner, 2,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", epochs.toString())), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> names = List.of(Files.readAllLines(epochs).get(0).split("\t"));
        assertTrue(names.toString(), names.containsAll(List.of("Accuracy under FGSM", "Accuracy under PGD")));
    }

    /** At equal cost, and with better probabilities. */
    @Test
    public void theShippedWorkflowPutsBothTrainingsSideBySide() throws Exception {
        final var workflow = ShippedWorkflow.copy("04 Train with a recipe", m_temporary.getRoot().toPath());
        final Path overall = workflow.probe(11, 2);

        assertEquals(SUCCESS, workflow.run());
        final List<String> lines = Files.readAllLines(overall);
        final List<String> names = List.of(lines.get(0).split("\t"));
        final List<String> without = List.of(lines.get(1).split("\t"));
        final List<String> with = List.of(lines.get(2).split("\t"));
        assertEquals(List.of("Without recipe", "With recipe"), List.of(without.get(0), with.get(0)));
        final int images = names.indexOf("Images trained");
        assertEquals(List.of("9000", "9000"), List.of(without.get(images), with.get(images)));
        final int loss = names.indexOf("Log loss");
        assertTrue(lines.toString(), Double.parseDouble(with.get(loss)) < Double.parseDouble(without.get(loss)));
    }

    private Path file(final String name) {
        return m_temporary.getRoot().toPath().resolve(name);
    }

    private int recipe(final String method) {
        return m_workflow.add(CnnTrainingRecipeNodeFactory.class, model -> model.addString("method", method));
    }

    private int probe(final Path file) {
        return m_workflow.add(RecipeProbeNodeFactory.class, model -> model.addString("text", file.toString()));
    }

    private void summary(final int learner, final Path file) {
        m_workflow.connect(learner, 1,
            m_workflow.add(PortProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
    }

    /** A learner of one epoch with that recipe, unless it is 0, and checkpoints in that folder, unless it is empty. */
    private int learner(final int recipe, final String checkpoints) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 1);
            model.addString("checkpointFolder", checkpoints.isEmpty() ? "" : file(checkpoints).toString());
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(m_workflow.add(ImageTableProbeNodeFactory.class,
                model -> model.addString("text", "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b")), 1, learner, 2);
        if (recipe > 0) {
            m_workflow.connect(recipe, 1, learner, 4);
        }
        return learner;
    }
}
