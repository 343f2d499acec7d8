// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PortProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** What the CNN Architecture node tells before anything is trained, and what reaches the learner. */
public class CnnArchitectureTest {

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
    public void listsTheLayersForThePlannedImages() throws Exception {
        final Path layers = layers(architecture("lenet", model -> {
        }));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(layers);
        assertEquals("id\tLayer\tOutput channels\tOutput height\tOutput width\tParameters\tMultiply-adds",
            lines.get(0));
        // 20 filters of 5 x 5 and a bias each; 20 x 24 x 24 values of 25 products
        assertEquals("20\t24\t24\t520\t288000", lines.get(1).substring(lines.get(1).indexOf("\t20\t") + 1));
        assertEquals("Total\tall of the above\t?\t?\t?\t431080\t2293000", lines.get(lines.size() - 1));
    }

    @Test
    public void listsTheLayersForTheConnectedImages() throws Exception {
        final int architecture = architecture("lenet", model -> {
        });
        m_workflow.connect(table("image label[a,b,c]\nr1 ? a\nr2 32x30x3 b"), 1, architecture, 1);
        final Path layers = layers(architecture);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(layers);
        assertEquals("20\t28\t26\t1520", String.join("\t", List.of(lines.get(1).split("\t")).subList(2, 6)));
        assertEquals("3\t1\t1\t1503",
            String.join("\t", List.of(lines.get(lines.size() - 2).split("\t")).subList(2, 6)));
    }

    @Test
    public void everyArchitectureListsItsLayersWithTheDefaults() throws Exception {
        for (final var info : Architectures.infos()) {
            architecture(info.id(), model -> {
            });
        }

        assertEquals(SUCCESS, m_workflow.run());
    }

    @Test
    public void optionsReachTheLearner() throws Exception {
        final Path summary = m_temporary.getRoot().toPath().resolve("summary");
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        final int probe =
            m_workflow.add(PortProbeNodeFactory.class, model -> model.addString("text", summary.toString()));
        m_workflow.connect(architecture("lenet", model -> model.addDouble("width", 0.1)), 1, learner, 1)
            .connect(table("image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b"), 1, learner, 2)
            .connect(learner, 1, probe, 1);

        assertEquals(SUCCESS, m_workflow.run());
        // 2 filters (52), 5 filters (255), 50 units of 80 (4,050), 2 scores of 50 (102)
        assertThat(Files.readString(summary),
            startsWith("lenet, trained, 2 classes, input 1 x 28 x 28, 4,459 parameters, "));
    }

    @Test
    public void thePortSaysWhatWasChanged() throws Exception {
        final Path summary = m_temporary.getRoot().toPath().resolve("summary");
        final int probe =
            m_workflow.add(PortProbeNodeFactory.class, model -> model.addString("text", summary.toString()));
        m_workflow.connect(architecture("resnet8", model -> {
            model.addDouble("width", 0.5);
            model.addDouble("dropout", 0.25);
        }), 1, probe, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("%s, width multiplier 0.5, dropout 0.25, untrained".formatted(Architectures.info("resnet8").label()),
            Files.readString(summary));
    }

    @Test
    public void refusesAnOptionThatTheArchitectureDoesNotHave() throws Exception {
        final int alone = architecture("lenet5", model -> model.addDouble("width", 2));
        final int connected = architecture("lenet5", model -> model.addDouble("width", 2));
        m_workflow.connect(table("image label[a,b]\nr1 28x28x1 a"), 1, connected, 1);

        assertEquals(FAILED, m_workflow.run());
        assertThat(m_workflow.message(alone), startsWith("WARNING: \"Width multiplier\" must be "));
        assertEquals(m_workflow.message(alone), m_workflow.message(connected));
    }

    @Test
    public void needsAnImageInTheConnectedTable() throws Exception {
        final int architecture = architecture("lenet", model -> {
        });
        m_workflow.connect(table("image label[a,b]\nr1 ? a"), 1, architecture, 1);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Table: it must have at least one row with an image, but has none.",
            m_workflow.message(architecture));
    }

    @Test
    public void refusesSettingsOutOfRangeWhenTheWorkflowIsLoaded() throws Exception {
        for (final Consumer<NodeSettingsWO> wrong : List.<Consumer<NodeSettingsWO>>of( //
            model -> model.addDouble("width", 0), //
            model -> model.addDouble("width", Double.NaN), //
            model -> model.addDouble("dropout", 1), //
            model -> model.addString("head", "TWO"), //
            model -> model.addNodeSettings("plan").addInt("channels", 0), //
            model -> model.addNodeSettings("plan").addInt("classes", 1))) {
            createWorkflow();
            architecture("lenet", wrong);

            assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
        }
    }

    private int architecture(final String id, final Consumer<NodeSettingsWO> more) {
        return m_workflow.add(CnnArchitectureNodeFactory.class, model -> {
            model.addString("architecture", id);
            more.accept(model);
        });
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private Path layers(final int architecture) {
        final Path file = m_temporary.getRoot().toPath().resolve("layers");
        final int probe =
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(architecture, 2, probe, 1);
        return file;
    }
}
