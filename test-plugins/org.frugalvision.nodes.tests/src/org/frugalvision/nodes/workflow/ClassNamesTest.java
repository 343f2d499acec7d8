// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.evaluate.scorer.ImageClassificationScorerNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.prepare.duplicates.ImageDuplicateFinderNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.writer.ImageWriterNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** Labels that look the same are one class in every node: an accent composed and not, a blank without width. */
public class ClassNamesTest {

    private static final int SUCCESS = 0;

    private static final String COMPOSED = "caf\u00e9";

    private static final String DECOMPOSED = "cafe\u0301\u200B";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void writerGivesThemOneFolder() throws Exception {
        final Path output = m_temporary.getRoot().toPath().resolve("output");
        after(table(COMPOSED, DECOMPOSED, "bee", "bee"), ImageWriterNodeFactory.class, model -> {
            model.addString("folder", output.toString());
            model.addString("labelColumn", "label");
        });

        assertEquals(SUCCESS, m_workflow.run());
        try (var folders = Files.list(output)) {
            assertEquals(List.of("bee", COMPOSED),
                folders.map(folder -> folder.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    public void duplicatesAreNoConflict() throws Exception {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text",
            "image label\nr1 9x9x1=7 %s\nr2 9x9x1=7 %s".formatted(COMPOSED, DECOMPOSED)));
        final int finder = after(table, ImageDuplicateFinderNodeFactory.class, model -> {
            model.addBoolean("compareLabels", true);
            model.addString("labelColumn", "label");
        });

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(finder));
    }

    @Test
    public void learnerPredictorAndScorerTakeThemForOne() throws Exception {
        final int learner = learner(table(COMPOSED, DECOMPOSED, "bee", "bee"));
        final int test = table(DECOMPOSED, DECOMPOSED, "bee", COMPOSED);
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class, model -> {
            model.addBoolean("loss", true);
            model.addString("labelColumn", "label");
        });
        final int scorer = m_workflow.add(ImageClassificationScorerNodeFactory.class,
            model -> model.addString("labelColumn", "label"));
        m_workflow.connect(learner, 1, predictor, 1).connect(test, 1, predictor, 2).connect(predictor, 1, scorer, 1);
        final Path classes = probe(scorer);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(predictor));
        assertEquals("", m_workflow.message(scorer));
        final String report = Files.readString(classes);
        assertTrue(report, report.contains("bee"));
        assertTrue(report, report.contains(COMPOSED));
        assertEquals(report, 1 + 2, report.lines().count());
    }

    @Test
    public void learnerTellsThoseThatDifferInCapitalsOnly() throws Exception {
        final int learner = learner(table("Cat", "cat", "Cat", "cat"));

        assertEquals(SUCCESS, m_workflow.run());
        final String message = m_workflow.message(learner);
        assertTrue(message,
            message.startsWith("WARNING: Classes \"Cat\" and \"cat\" differ in capitals only, but count as two."));
    }

    private int learner(final int table) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 1);
            model.addInt("threads", 1);
            model.addString("labelColumn", "label");
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class,
            model -> model.addString("architecture", "lenet")), 1, learner, 1).connect(table, 1, learner, 2);
        return learner;
    }

    private int table(final String... labels) {
        final var text = new StringBuilder("image label");
        for (int i = 0; i < labels.length; i++) {
            text.append("\nr%d 28x28x1 %s".formatted(i, labels[i]));
        }
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text.toString()));
    }

    private int after(final int table, final Class<? extends NodeFactory<?>> factory,
        final Consumer<NodeSettingsWO> settings) {
        final int node = m_workflow.add(factory, settings);
        m_workflow.connect(table, 1, node, 1);
        return node;
    }

    private Path probe(final int node) {
        final Path file = m_temporary.getRoot().toPath().resolve("table " + node);
        m_workflow.connect(node, 1,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
