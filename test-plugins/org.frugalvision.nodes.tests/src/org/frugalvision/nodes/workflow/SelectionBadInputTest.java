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

/** What can be wrong with what a selection method looks at, and what is asked of the network for it. */
public class SelectionBadInputTest {

    private static final int FAILED = 4;

    private static final int NETWORK = 2;

    private static final int QUERY = 4;

    private static final String IMAGES = "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b\nr3 28x28x1 a\nr4 28x28x1 b";

    private static final String PREDICTED = "guess[a,b] label[a,b] P~(guess=a) P~(guess=b)\n";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void listsOfUnequalLength() throws Exception {
        assertRefused("Row \"r2\": the embedding has 3 values, but must have 2 like those before it.",
            "k-center", "list\nr1 1;2\nr2 1;2;3", model -> sources(model, "embedding", "list"));
    }

    @Test
    public void valuesOfEmbeddingsThatAreNoNumbers() throws Exception {
        assertRefused("Row \"r2\": value 2 of the embedding is no finite number.", "k-center",
            "list\nr1 1;2\nr2 1;NaN", model -> sources(model, "embedding", "list"));
    }

    @Test
    public void probabilitiesThatDoNotSumToOne() throws Exception {
        assertRefused("Row \"r2\": the probabilities must be at least 0 and sum to 1, but do not.", "margin",
            PREDICTED + "r1 a a 0.5 0.5\nr2 a a 0.5 0.4", model -> sources(model, "prediction", "guess"));
    }

    @Test
    public void labelsOutsideTheClassesOfThePrediction() throws Exception {
        assertRefused("Row \"r2\": the network does not know the class \"c\".", "confident-learning",
            "guess[a,b] label[a,c] P~(guess=a) P~(guess=b)\nr1 a a 0.5 0.5\nr2 a c 0.5 0.5",
            model -> sources(model, "prediction", "guess"));
    }

    @Test
    public void onlyOneRound() throws Exception {
        assertRefused("\"Prediction column of the round before\" must be chosen, because \"Temporal output discrepancy "
            + "(TOD)\" compares two rounds.", "tod", PREDICTED + "r1 a a 0.5 0.5",
            model -> sources(model, "prediction", "guess"));
    }

    @Test
    public void noQuery() throws Exception {
        assertRefused("\"SIMILAR: like the query (FLQMI, FLVMI, GCMI, COM, LogDetMI)\" needs a table at the port "
            + "\"Query\", but there is none.", "similar-mutual-information", IMAGES, model -> {
            });
    }

    @Test
    public void anEmptyQuery() throws Exception {
        final int selector = selector("similar-mutual-information", IMAGES, model -> {
        });
        m_workflow.connect(table("image label[a,b]"), 1, selector, QUERY);

        assertRefused("Query: there are no images, but method \"SIMILAR: like the query (FLQMI, FLVMI, GCMI, COM, "
            + "LogDetMI)\" needs some.", selector);
    }

    @Test
    public void queryImagesOfAnotherSize() throws Exception {
        final int selector = selector("similar-mutual-information", IMAGES, model -> {
        });
        m_workflow.connect(table("image label[a,b]\nq1 28x28x3 a"), 1, selector, QUERY);

        assertRefused("Query: the images are described by 192 values each, but those of the input by 64.", selector);
    }

    @Test
    public void imagesThatTheNetworkDoesNotTake() throws Exception {
        final int selector = selector("margin", "image label[a,b]\nr1 30x30x1 a", model -> {
        });
        m_workflow.connect(learner(), 1, selector, NETWORK);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(selector), m_workflow.message(selector).startsWith(
            "ERROR: Row \"r1\": the image has 30 x 30 pixels, 1 channel, but must have 28 x 28 pixels, 1 channel because "
                + "the network was trained on images of that size."));
    }

    @Test
    public void dropoutOfANetworkWithoutAny() throws Exception {
        final int selector = selector("bald", IMAGES, model -> {
        });
        m_workflow.connect(learner(), 1, selector, NETWORK);

        assertRefused("Network: it has no dropout layer, so all passes with dropout would be equal.", selector);
    }

    /** Rows that the outcomes do not have are no candidates. */
    @Test
    public void outcomesOfOtherRows() throws Exception {
        final int selector = selector("forgetting", "numberEvents\nr1 2\nr2 ?",
            model -> sources(model, "forgetting", "numberEvents"));

        assertEquals(0, m_workflow.run());
        assertEquals("WARNING: Could not choose from 1 of 2 rows, the first is Row \"r2\": a number is missing "
            + "(forgetting events).", m_workflow.message(selector));
    }

    /** A class alone, and images that are all the same, are no reason to refuse. */
    @Test
    public void oneClassOfEqualImages() throws Exception {
        final Path selected = probe(selector("herding-embeddings",
            "image label[a]\nr1 8x8x1=7 a\nr2 8x8x1=7 a\nr3 8x8x1=7 a", model -> {
            }), 1);

        assertEquals(0, m_workflow.run());
        assertEquals(1, Files.readAllLines(selected).size() - 1);
    }

    /** r3 is labelled a, but the network is sure that it is b. */
    @Test
    public void suspiciousRowsGetTheLabelOfTheNetwork() throws Exception {
        final Path selected = probe(selector("confident-learning",
            PREDICTED + "r1 a a 0.9 0.1\nr2 b b 0.2 0.8\nr3 b a 0.1 0.9\nr4 b b 0.3 0.7",
            model -> sources(model, "prediction", "guess")), 1);

        assertEquals(0, m_workflow.run());
        assertEquals(List.of("id\tguess\tlabel\tP (guess=a)\tP (guess=b)\tSuggested label",
            "r3\tb\ta\t0.1\t0.9\tb"), Files.readAllLines(selected));
    }

    /** An architecture is enough: networks like it are trained inside, and charged. */
    @Test
    public void earlyErrorsComeFromNetworksTrainedInside() throws Exception {
        final int selector = selector("el2n", IMAGES, model -> {
            final NodeSettingsWO early = model.addNodeSettings("early");
            early.addInt("networks", 2);
            early.addInt("epochs", 1);
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, selector, NETWORK);
        final Path costs = probe(selector, 3);

        assertEquals(0, m_workflow.run());
        assertEquals(2, Files.readAllLines(costs).stream().filter(line -> line.startsWith("train-")).count());
    }

    /** The hardest to tell by how much it was turned comes first; nobody looks at labels. */
    @Test
    public void turnsAreLearnedByAnArchitecture() throws Exception {
        final int selector = selector("pt4al-start", "image\nr1 28x28x1\nr2 28x28x1=7", model -> {
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, selector, NETWORK);
        final Path selected = probe(selector, 1);
        final Path costs = probe(selector, 3);

        assertEquals(0, m_workflow.run());
        assertEquals("r2", Files.readAllLines(selected).get(1).split("\t")[0]);
        assertEquals(1, Files.readAllLines(costs).stream().filter(line -> line.startsWith("train-")).count());
    }

    private void assertRefused(final String message, final String method, final String table,
        final Consumer<NodeSettingsWO> model) throws Exception {
        assertRefused(message, selector(method, table, model));
    }

    private void assertRefused(final String message, final int selector) throws Exception {
        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(selector), m_workflow.message(selector).contains(message));
    }

    private static void sources(final NodeSettingsWO model, final String key, final String column) {
        model.addNodeSettings("sources").addString(key, column);
    }

    private int selector(final String method, final String table, final Consumer<NodeSettingsWO> more) {
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addString("method", method);
            model.addString("labelColumn", table.contains("label[") ? "label" : "");
            model.addInt("budget", 1);
            more.accept(model);
        });
        m_workflow.connect(table(table), 1, selector, 1);
        return selector;
    }

    private int learner() {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addString("labelColumn", "label");
            model.addInt("batchSize", 4);
            model.addInt("epochs", 1);
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
}
