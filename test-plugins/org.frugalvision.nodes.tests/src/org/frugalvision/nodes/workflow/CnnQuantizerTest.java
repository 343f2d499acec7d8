// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.reduce.quantizer.CnnQuantizerNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Networks get fewer bits in workflows. */
public class CnnQuantizerTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final String IMAGES = "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b\nr3 28x28x1 a\nr4 28x28x1 b";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void theNetworkIsSmallAndStillPredicts() throws Exception {
        final int quantizer = quantizer(IMAGES, 4);
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(quantizer, 1, predictor, 1).connect(images(IMAGES), 1, predictor, 2);
        final Path layers = table(quantizer, 2);
        final Path comparison = table(quantizer, 3);
        final Path predictions = table(predictor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("id\tLayer\tWeights\tBits\tMean squared error\tRise of the loss alone\tLeast activation\t"
            + "Largest activation", Files.readAllLines(layers).get(0));
        assertTrue(Files.readAllLines(layers).get(1), Files.readAllLines(layers).get(1).contains("\t4\t"));
        final List<String> rows = Files.readAllLines(comparison);
        final long before = Long.parseLong(rows.get(1).split("\t")[2]);
        final long after = Long.parseLong(rows.get(2).split("\t")[2]);
        assertTrue(rows.toString(), after < before / 6);
        assertEquals(5, Files.readAllLines(predictions).size());
    }

    @Test
    public void theNetworkPredictsInWholeNumbers() throws Exception {
        final int quantizer = quantizer(IMAGES, 8, true);
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(quantizer, 1, predictor, 1).connect(images(IMAGES), 1, predictor, 2);
        final Path comparison = table(quantizer, 3);
        final Path predictions = table(predictor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> rows = Files.readAllLines(comparison);
        assertEquals("id\tAccuracy\tFile (bytes)\tBit operations of an image\tTime of a single image (ms)\t"
            + "Spread of a single image (ms)\tTime of an image in a batch (ms)\tSpread of an image in a batch (ms)",
            rows.get(0));
        final long before = Long.parseLong(rows.get(1).split("\t")[3]);
        final long after = Long.parseLong(rows.get(2).split("\t")[3]);
        assertEquals(rows.toString(), before, 16 * after);
        assertEquals(5, Files.readAllLines(predictions).size());
    }

    @Test
    public void emptyTablesAreTold() throws Exception {
        final int quantizer = quantizer("image label[a,b]", 8);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(quantizer), m_workflow.message(quantizer).contains("Table: it must have at least one row, but is empty."));
    }

    private int quantizer(final String images, final int bits) {
        return quantizer(images, bits, false);
    }

    private int quantizer(final String images, final int bits, final boolean eightBits) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(images(IMAGES), 1, learner, 2);
        final int quantizer = m_workflow.add(CnnQuantizerNodeFactory.class, model -> {
            model.addInt("bits", bits);
            model.addBoolean("eightBits", eightBits);
        });
        m_workflow.connect(learner, 1, quantizer, 1).connect(images(images), 1, quantizer, 2);
        return quantizer;
    }

    private int images(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private Path table(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table %d of %d".formatted(port, node));
        m_workflow.connect(node, port,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
