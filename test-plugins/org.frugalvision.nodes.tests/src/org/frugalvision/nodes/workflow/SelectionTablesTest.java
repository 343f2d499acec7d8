// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

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
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** The tables beside that of the images, and budgets per class. */
public class SelectionTablesTest {

    private static final int FAILED = 4;

    private static final int NETWORK = 2;

    private static final int SELECTED = 3;

    private static final int QUERY = 4;

    private static final String IMAGES = "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b\nr3 28x28x1 a\nr4 28x28x1 b";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    /** Already labelled rows are never returned. */
    @Test
    public void whatIsSelectedAlreadyIsNotChosenAgain() throws Exception {
        final int selector = selector("k-center", 2, model -> {
        });
        m_workflow.connect(table("image label[a,b]\nr1 28x28x1 a\nr3 28x28x1 a"), 1, selector, SELECTED);
        final Path selected = probe(selector, 1);

        assertEquals(0, m_workflow.run());
        assertEquals(List.of("r2", "r4"), keys(selected));
        assertEquals("WARNING: Could not choose from 2 of 4 rows, the first is Row \"r1\": it is selected already.",
            m_workflow.message(selector));
    }

    /** The next round has both, the old ones first. */
    @Test
    public void whatIsSelectedAlreadyMayBeHandedOn() throws Exception {
        final int selector = selector("k-center", 1, model -> {
            model.addBoolean("withSelected", true);
            model.addBoolean("appendRank", true);
        });
        m_workflow.connect(table("image label[a,b]\nr4 28x28x1 b\nold 28x28x1 a"), 1, selector, SELECTED);
        final Path selected = probe(selector, 1);

        assertEquals(0, m_workflow.run());
        assertEquals(List.of("r4", "old"), keys(selected).subList(0, 2));
        assertEquals(3, keys(selected).size());
        assertTrue(Files.readAllLines(selected).get(3).contains("\t1\t"));
    }

    @Test
    public void tablesOfOtherColumnsAreNotHandedOn() throws Exception {
        final int selector = selector("random", 1, model -> model.addBoolean("withSelected", true));
        m_workflow.connect(table("image\nold 28x28x1"), 1, selector, SELECTED);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(selector), m_workflow.message(selector).contains("\"Already selected\" must have "
            + "the same columns as the images to choose from, because its rows are handed on, but has not."));
    }

    @Test
    public void everyClassGetsAsManyImages() throws Exception {
        final int selector = selector("random", 1, model -> {
            model.addString("budgetUnit", "PER_CLASS");
            model.addInt("budgetPerClass", 1);
        });
        final Path selected = probe(selector, 1);

        assertEquals(0, m_workflow.run());
        assertEquals(2, keys(selected).size());
        assertEquals(1, Files.readAllLines(selected).stream().filter(line -> line.endsWith("\ta")).count());
    }

    @Test
    public void aBudgetAboveAClassIsRefused() throws Exception {
        final int selector = selector("random", 1, model -> {
            model.addString("budgetUnit", "PER_CLASS");
            model.addInt("budgetPerClass", 3);
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Budget per class (images)\" must be at most the 2 images of class \"a\", but is 3.",
            m_workflow.message(selector));
    }

    @Test
    public void aTableThatTheMethodDoesNotLookAtIsToldOf() throws Exception {
        final int selector = selector("k-center", 1, model -> {
        });
        m_workflow.connect(table(IMAGES), 1, selector, QUERY);

        assertEquals(0, m_workflow.run());
        assertEquals("WARNING: \"k-center greedy\" does not look at the table at the port \"Query\".",
            m_workflow.message(selector));
    }

    /** The network has learned b and a in another order than the table names them, and knows no c. */
    @Test
    public void aClassThatTheNetworkDoesNotKnowIsRefused() throws Exception {
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addString("method", "craig");
            model.addString("labelColumn", "label");
            model.addInt("budget", 2);
        });
        m_workflow.connect(table("image label[c,a,b]\nq1 28x28x1 a\nq2 28x28x1 c"), 1, selector, 1)
            .connect(learner(), 1, selector, NETWORK);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(selector), m_workflow.message(selector)
            .contains("Row \"q2\": the network does not know the class \"c\"."));
    }

    /** Names of classes count, not their order in the table. */
    @Test
    public void theOrderOfTheClassesDoesNotMatter() throws Exception {
        final int learner = learner();
        final Path one = probe(craig("image label[a,b]", learner), 1);
        final Path other = probe(craig("image label[b,a]", learner), 1);

        assertEquals(0, m_workflow.run());
        assertEquals(Files.readAllLines(one), Files.readAllLines(other));
    }

    private int craig(final String header, final int learner) throws IOException {
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addString("method", "craig");
            model.addString("labelColumn", "label");
            model.addInt("budget", 2);
        });
        m_workflow.connect(table(IMAGES.replace("image label[a,b]", header)), 1, selector, 1).connect(learner, 1,
            selector, NETWORK);
        return selector;
    }

    private int selector(final String method, final int budget, final Consumer<NodeSettingsWO> more) {
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addString("method", method);
            model.addString("labelColumn", "label");
            model.addInt("budget", budget);
            more.accept(model);
        });
        m_workflow.connect(table(IMAGES), 1, selector, 1);
        return selector;
    }

    private int learner() {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addString("labelColumn", "label");
            model.addInt("batchSize", 4);
            model.addInt("epochs", 2);
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1).connect(table(IMAGES), 1,
            learner, 2);
        return learner;
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table " + node + " " + port);
        m_workflow.connect(node, port,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static List<String> keys(final Path table) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[0]).toList();
    }
}
