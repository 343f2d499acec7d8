// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** What the CNN Learner makes of odd images, labels and disks. */
public class CnnLearnerInputTest {

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
    public void refusesASingleImage() throws Exception {
        refuses("ERROR: Training images: the only image is of one class, \"a\", but at least two classes are needed.",
            "image label[a,b]\nr1 28x28x1 a");
    }

    @Test
    public void refusesATableOfWhichOnlyOneClassHasImages() throws Exception {
        refuses("ERROR: Training images: the only image is of one class, \"b\", but at least two classes are needed.",
            "image label[a,b]\nr1 ? a\nr2 28x28x1 b\nr3 28x28x1 ?");
    }

    @Test
    public void imagesOfOneColourGiveAFiniteLossWithAndWithoutBatchNormalization() throws Exception {
        for (final String architecture : List.of("lenet", "resnet8")) {
            createWorkflow();
            final Path epochs = epochs(learner(architecture,
                "image label[a,b]\nr1 28x28x1=0 a\nr2 28x28x1=0 b\nr3 28x28x1=0 a\nr4 28x28x1=0 b", model -> {
                }));

            assertEquals(SUCCESS, m_workflow.run());
            final double loss = Double.parseDouble(Files.readAllLines(epochs).get(1).split("\t")[2]);
            assertTrue(architecture + " " + loss, loss > 0 && loss < 100);
        }
    }

    @Test
    public void imagesOfSixteenBitsAreTrainedOnLikeTheirUpperEight() throws Exception {
        final Path plain = epochs(learner("lenet", "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b", model -> {
        }));
        final Path deep =
            epochs(learner("lenet", "image label[a,b]\nr1 28x28x1@deep a\nr2 28x28x1@deep b", model -> {
            }));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(Files.readAllLines(plain).get(1).split("\t")[2], Files.readAllLines(deep).get(1).split("\t")[2]);
    }

    @Test
    public void imagesWithAPaletteHaveThreeChannels() throws Exception {
        refuses("ERROR: Row \"r2\": the image has 28 x 28 pixels, 1 channel, but must have 28 x 28 pixels, 3 channels "
            + "like the images before it.", "image label[a,b]\nr1 28x28x1@palette a\nr2 28x28x1 b");
        createWorkflow();
        learner("lenet", "image label[a,b]\nr1 28x28x1@palette a\nr2 28x28x1@palette b", model -> {
        });
        assertEquals(SUCCESS, m_workflow.run());
    }

    @Test
    public void aBudgetOfZeroIsNoLimit() throws Exception {
        final Path epochs = epochs(learner("lenet", "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b", model -> {
            model.addInt("epochs", 3);
            final var stopping = model.addNodeSettings("stopping");
            stopping.addLong("images", 0);
            stopping.addDouble("seconds", 0);
        }));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("the header and three epochs", 4, Files.readAllLines(epochs).size());
    }

    @Test
    public void aLossThatExplodesEndsWithEpochBatchAndAdvice() throws Exception {
        final int learner = learner("lenet", "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b", model -> {
            model.addInt("epochs", 500);
            model.addDouble("learningRate", 10);
            final var updater = model.addNodeSettings("updater");
            updater.addString("updater", "sgd");
            updater.addDouble("weightDecay", 1);
        });

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(learner), m_workflow.message(learner)
            .matches("ERROR: Epoch \\d+, batch 1: the loss is no finite number any more\\."));
    }

    /** With the device of Linux that is always full in place of the disk. */
    @Test
    public void namesTheFolderWhenTheDiskIsFull() throws Exception {
        final Path full = Path.of("/dev/full");
        assumeTrue("Only Linux has a device that is always full.", Files.exists(full));
        final Path folder = m_temporary.newFolder("checkpoints").toPath();
        Files.createSymbolicLink(folder.resolve("checkpoint.bin.tmp"), full);
        final int learner = learner("lenet", "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b",
            model -> model.addString("checkpointFolder", folder.toString()));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Folder \"" + folder
            + "\": the checkpoint of epoch 1 cannot be written (the disk is full).",
            m_workflow.message(learner));
    }

    private void refuses(final String message, final String table) throws Exception {
        createWorkflow();
        final int learner = learner("lenet", table, model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals(message, m_workflow.message(learner));
    }

    /** A learner of one epoch and one thread on that table, with more settings. */
    private int learner(final String architecture, final String table, final Consumer<NodeSettingsWO> more) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 1);
            model.addInt("threads", 1);
            more.accept(model);
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class,
            model -> model.addString("architecture", architecture)), 1, learner, 1)
            .connect(m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", table)), 1,
                learner, 2);
        return learner;
    }

    private Path epochs(final int learner) {
        final Path file = m_temporary.getRoot().toPath().resolve("epochs of " + learner);
        m_workflow.connect(learner, 2,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
