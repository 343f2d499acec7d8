// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.finder.LearningRateFinderNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** A learning rate out of one short training. */
public class LearningRateFinderTest {

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
    public void suggestsARateAndTellsWhatItCost() throws Exception {
        final int finder = finder(rows("a", "b"), model -> model.addInt("updates", 20));
        final Path suggestion = probe(TableProbeNodeFactory.class, finder, 1);
        final Path updates = probe(TableProbeNodeFactory.class, finder, 2);
        final Path cost = probe(TableProbeNodeFactory.class, finder, 3);
        final Path picture = probe(PictureProbeNodeFactory.class, finder, 4);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(finder));
        final List<String> rates = Files.readAllLines(updates).stream().skip(1)
            .map(line -> line.split("\t")[2]).toList();
        assertEquals("1.0E-4", rates.get(0));
        final double suggested = Double.parseDouble(Files.readAllLines(suggestion).get(1).split("\t")[1]);
        assertTrue(rates + " " + suggested,
            rates.stream().mapToDouble(Double::parseDouble).anyMatch(rate -> rate / 10 == suggested
                || Math.abs(0.1 * rate - suggested) < 1e-15));
        assertTrue(Files.readAllLines(cost).get(1).contains("Learning rate range test"));
        assertTrue(Files.size(picture) > 1000);
    }

    @Test
    public void refusesRatesThatDoNotRise() throws Exception {
        finder(rows("a", "b"), model -> model.addDouble("highest", 1e-5));

        assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
    }

    @Test
    public void refusesATableWithoutLabels() throws Exception {
        final int finder = finder("image label[a,b]\nr1 28x28x1 ?", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(finder),
            m_workflow.message(finder).startsWith("ERROR: Table: no row can be used."));
    }

    private static String rows(final String... labels) {
        return IntStream.range(0, 20).mapToObj(i -> "r%d 28x28x1=%d %s".formatted(i, 20 + 150 * (i % 2) + i,
            labels[i % 2])).collect(Collectors.joining("\n", "image label[a,b]\n", ""));
    }

    private int finder(final String rows, final Consumer<NodeSettingsWO> settings) {
        final int finder = m_workflow.add(LearningRateFinderNodeFactory.class, settings.andThen(model -> {
            model.addString("labelColumn", "label");
            model.addInt("batchSize", 10);
            model.addDouble("lowest", 1e-4);
        }));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class,
            model -> model.addString("architecture", "lenet5")), 1, finder, 1);
        m_workflow.connect(m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows)), 1,
            finder, 2);
        return finder;
    }

    private Path probe(final Class<? extends NodeFactory<?>> probe, final int node, final int port) {
        final Path file = m_workflow.folder().resolve("%s %d %d".formatted(probe.getSimpleName(), node, port));
        m_workflow.connect(node, port, m_workflow.add(probe, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
