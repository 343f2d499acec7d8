// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PortProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The same seed gives the same network, whatever else runs beside it. */
public class DeterminismTest {

    private static final int SUCCESS = 0;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void learnersBesideEachOtherTrainTheSameNetworkAsOneAlone() throws Exception {
        final var both = TestWorkflow.in(m_temporary.getRoot().toPath());
        final Path first = learner(both, 0, "first");
        final Path second = learner(both, 0, "second");
        final Path otherSeed = learner(both, 1, "other seed");
        final var one = TestWorkflow.in(m_temporary.getRoot().toPath());
        final Path alone = learner(one, 0, "alone");

        assertEquals(SUCCESS, both.run());
        assertEquals(SUCCESS, one.run());

        assertThat(Files.readString(first),
            containsString("lenet, trained, 2 classes, input 1 x 28 x 28, 427,072 parameters, "));
        assertEquals(Files.readString(first), Files.readString(second));
        assertEquals(Files.readString(first), Files.readString(alone));
        assertNotEquals(Files.readString(first), Files.readString(otherSeed));
    }

    /** Adds table, architecture, learner and probe; returns the file with the summary of the network. */
    private Path learner(final TestWorkflow workflow, final int seed, final String name) throws IOException {
        final Path summary = m_temporary.getRoot().toPath().resolve(name);
        final int table = workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", IntStream.range(0, 150)
                .mapToObj(i -> "r%d 28x28x1 %s".formatted(i, i % 3 == 0 ? "a" : "b"))
                .collect(Collectors.joining("\n", "image label[a,b]\n", ""))));
        final int architecture = workflow.add(CnnArchitectureNodeFactory.class);
        final int learner = workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 2);
            model.addInt("seed", seed);
        });
        final int probe = workflow.add(PortProbeNodeFactory.class,
            model -> model.addString("text", summary.toString()));
        workflow.connect(architecture, 1, learner, 1).connect(table, 1, learner, 2).connect(learner, 1, probe, 1);
        return summary;
    }
}
