// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.RoundTripProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Networks outlive the session: what KNIME stores of a port is what it reads again. */
public class NetworkPortTest {

    private static final int SUCCESS = 0;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void architectureAndTrainedNetworkComeBackAsTheyWereStored() throws Exception {
        final var workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        final int table = workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b"));
        final int architecture = workflow.add(CnnArchitectureNodeFactory.class);
        final int learner = workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        workflow.connect(architecture, 1, learner, 1).connect(table, 1, learner, 2);
        final Path untrained = stored(workflow, architecture, "untrained");
        final Path trained = stored(workflow, learner, "trained");

        assertEquals(SUCCESS, workflow.run());

        assertEquals(List.of("spec true", "summary true", "hash true", "views [Network]"),
            Files.readAllLines(untrained));
        assertEquals(List.of("spec true", "summary true", "hash true", "views [Network, Layers, Costs]"),
            Files.readAllLines(trained));
    }

    private Path stored(final TestWorkflow workflow, final int source, final String name) {
        final Path file = m_temporary.getRoot().toPath().resolve(name);
        final int probe = workflow.add(RoundTripProbeNodeFactory.class,
            model -> model.addString("text", file.toString()));
        workflow.connect(source, 1, probe, 1);
        return file;
    }
}
